import { queueIdOf } from '@/lib/smtp/queue-id';
import { MAX_EXAMINED } from './normalise';
import { isPrivateAddress } from './private-address';
import type { ReplyDetails } from './schema';
import { waitSeconds } from './wait';

const URL = /\bhttps?:\/\/[^\s<>"'\])]{4,300}/i;
const LIST_HOST =
  /\b(?:www\.)?((?:[a-z0-9-]{1,40}\.){0,4}(?:spamhaus\.(?:org|net|com)|spamcop\.net|barracudacentral\.org|sorbs\.net|uceprotect\.net|mailspike\.(?:net|org)|surriel\.com|abuseat\.org|spamrats\.com|invaluement\.com|nixspam\.net|manitu\.net|surbl\.org|uribl\.com|senderscore\.com|abusix\.(?:zone|com)|spameatingmonkey\.net|blocklist\.de|spamrl\.com|junkemailfilter\.com))\b/i;
const LIST_AFTER =
  /\b(?:block(?:ed|ing) using|listed (?:in|on|at|by)|black ?listed (?:by|at|in|on)|(?:black|block) ?list (?:at|by)|found in|dnsbl|rbl)\s+(?:the )?([a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){1,5})\b/i;
/** Lists that are named as people call them. */
const LIST_NAME =
  /\bblock(?:ed|ing) using ([A-Z][\w+-]{1,30}(?: [A-Z][\w+-]{1,30}){0,4})|\b((?:Trend Micro (?:RBL\+?|Email Reputation Services?))|Barracuda (?:Reputation|Central|RBL)|Spamhaus(?: (?:[SXPC]BL|ZEN|DBL|CSS|DROP))?|SpamCop|SORBS|UCEPROTECT(?:-\w+)?|Invaluement|Mailspike|PSBL|SURBL|URIBL|Sender ?Score|SenderBase|Abusix|Nixspam|SpamRATS)\b/;
const IPV4 = /(?<![\d.])((?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d))(?![\d.]*\d)/g;
const IPV6 = /(?<![\w:.])([0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7})(?![\w:])/gi;
/** RFC 5321 §3.4: 551 names the forward-path to use; the address that was refused may stand before it. */
const NEW_ADDRESS = /\b(?:try|use|to|at|is)[ :]{1,3}<?([^\s<>@,;]{1,64}@[\w.-]{1,253}\w)>?/i;
const PROVIDER_CODE =
  /\b(S\d{4}|AS\(\d{3,9}\)|BL\d{2,6}|OFR_\d{2,4}|LPN\d{3}_\d{3}|RP-\d{3}|(?:DT|MI|RP):[A-Z]{3})\b|\[([A-Z]{2,3}\d{2})\]|\b(AS\(\d{1,9}\))/;

/** What a reply says beside its meaning; null where it says nothing. */
export function extract(text: string, code: number | null): ReplyDetails {
  const examined = text.slice(0, MAX_EXAMINED);
  const provider = PROVIDER_CODE.exec(examined);
  return {
    waitSeconds: code !== null && code >= 400 && code < 500 ? waitSeconds(examined) : null,
    queueId:
      code !== null && code < 300 ? queueIdOf({ code, enhanced: null, lines: examined.split('\n') }) : null,
    blocklist: blocklistOf(examined),
    address: addressOf(examined),
    newAddress: code === 551 || code === 251 ? (NEW_ADDRESS.exec(examined)?.[1] ?? null) : null,
    url: URL.exec(examined)?.[0].replace(/(?<![.,;:])[.,;:]+$/, '') ?? null,
    providerCode: provider?.[1] ?? provider?.[2] ?? provider?.[3] ?? null,
  };
}

function blocklistOf(text: string): string | null {
  const host = (LIST_AFTER.exec(text) ?? LIST_HOST.exec(text))?.[1]?.toLowerCase();
  if (host !== undefined && /[a-z]/.test(host)) return host;
  const name = LIST_NAME.exec(text);
  return name?.[1] ?? name?.[2] ?? null;
}

/**
 * The first IP address, a public one before all; four numbers between a dash and a semicolon are the version of a rule (Yahoo), and behind
 * “by” those of who refuses.
 */
function addressOf(text: string): string | null {
  const named = addressesIn(text);
  return named.find((one) => !isPrivateAddress(one)) ?? named[0] ?? null;
}

function addressesIn(text: string): string[] {
  const found: string[] = [];
  for (const { 1: address = null, index } of text.matchAll(IPV4)) {
    if (address === null) continue;
    const before = text.slice(0, index);
    // What a list has answered.
    if (
      address.startsWith('127.') &&
      !/\b(?:client(?: host)?|connect(?:ion)? from|unknown|localhost) ?\[$/i.test(before)
    )
      continue;
    const isVersion = before.endsWith('- ') && text.charAt(index + address.length) === ';';
    const isSection = /\brfc[ -]?\d{3,4}(?:,? ?(?:section|sec\.?|§))? ?$/i.test(before);
    const isOfSpeaker = /\bby (?:[\w-]{1,40} )?$/i.test(before.slice(-50));
    if (!isVersion && !isSection && !isOfSpeaker) found.push(address);
  }
  // RFC 4291 §2.2: eight groups, or two colons in the place of some.
  for (const { 1: address = '' } of text.matchAll(IPV6))
    if (address.includes('::') || address.split(':').length === 8) found.push(address);
  return found;
}
