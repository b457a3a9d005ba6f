import { queueIdOf } from '@/lib/smtp/queue-id';
import { MAX_EXAMINED } from './normalise';
import type { Extracted } from './schema';

const CLOCK = /\b(?:in|for|after|wait)\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\b/i;
const AMOUNT = /\b(\d{1,5})\s*(s|sec(?:ond)?s?|m|min(?:ute)?s?|h|hours?)\b/i;
const URL = /\bhttps?:\/\/[^\s<>"'\])]{4,300}/i;
const LIST_HOST =
  /\b((?:[a-z0-9-]{1,40}\.){0,4}(?:spamhaus\.(?:org|net)|spamcop\.net|barracudacentral\.org|sorbs\.net|uceprotect\.net|mailspike\.(?:net|org)|surriel\.com|abuseat\.org|spamrats\.com|invaluement\.com|nixspam\.net|manitu\.net|surbl\.org|uribl\.com|senderscore\.com|abusix\.zone|proofpoint\.com))\b/i;
const LIST_AFTER =
  /\b(?:blocked using|listed (?:in|on|at|by)|blacklisted (?:by|at|in|on)|found in)\s+([a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){1,5})\b/i;
const ADDRESS =
  /(?<![\d.])((?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d))(?![\d.]*\d)|\[(?:ipv6:)?([0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})\]/i;
const PROVIDER_CODE =
  /\b(S\d{4}|AS\(\d{3,9}\)|BL\d{2,6}|OFR_\d{2,4}|RP-\d{3}|(?:DT|MI|RP):[A-Z]{3})\b|\[([A-Z]{2,3}\d{2})\]|\b(AS\(\d{1,9}\))/;

/** What a reply says beside its meaning; null where it says nothing. */
export function extract(text: string, code: number | null): Extracted {
  const examined = text.slice(0, MAX_EXAMINED);
  const provider = PROVIDER_CODE.exec(examined);
  const address = ADDRESS.exec(examined);
  return {
    waitSeconds: code !== null && code >= 400 && code < 500 ? waitSeconds(examined) : null,
    queueId:
      code !== null && code < 300 ? queueIdOf({ code, enhanced: null, lines: examined.split('\n') }) : null,
    blocklist: (LIST_HOST.exec(examined) ?? LIST_AFTER.exec(examined))?.[1]?.toLowerCase() ?? null,
    address: address?.[1] ?? address?.[2] ?? null,
    url: URL.exec(examined)?.[0].replace(/[.,;:]+$/, '') ?? null,
    providerCode: provider?.[1] ?? provider?.[2] ?? provider?.[3] ?? null,
  };
}

function waitSeconds(text: string): number | null {
  const clock = CLOCK.exec(text);
  if (clock !== null) {
    const [, first = '0', second = '0', third] = clock;
    return third === undefined
      ? Number(first) * 60 + Number(second)
      : Number(first) * 3600 + Number(second) * 60 + Number(third);
  }
  const [, amount, unit = 's'] = AMOUNT.exec(text) ?? [];
  if (amount === undefined) return null;
  return Number(amount) * ({ s: 1, m: 60, h: 3600 }[unit.charAt(0).toLowerCase()] ?? 1);
}
