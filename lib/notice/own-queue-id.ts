import { hostOfAddress } from '@/lib/mail/address';
import type { Hop } from '@/lib/mail/returned-message';

/** Where a notice names the id under which its writer kept the message: fields of its delivery status, sentences. */
const NAMED: readonly RegExp[] = [
  /^x-(?:[a-z]{1,20}-)?queue-?id:[ \t]{0,5}<?([\w.-]{4,80})/im,
  /^the message identifier (?:is|was):?\s{1,10}([\w./-]{6,80})/im,
  /\b(?:with|queue|message|mail|job) ?id:? <?([\w-]*\d[\w-]{4,80})>?(?![\w@.])/i,
];

/** Characters in which that stands. */
const MAX_SEARCHED = 8_000;

/**
 * The id under which the server that wrote a notice had the message: as it names it, or else from the line that this
 * server put on top of the returned message (RFC 5321 §4.4).
 */
export function ownQueueId(
  texts: readonly string[],
  hops: readonly Hop[],
  { reportingHost, from }: { reportingHost: string | null; from: string | null },
): string | null {
  for (const pattern of NAMED)
    for (const text of texts) {
      const id = pattern.exec(text.slice(0, MAX_SEARCHED))?.[1];
      if (id !== undefined) return id;
    }
  const last = hops.at(-1);
  const host = (reportingHost ?? hostOfAddress(from ?? '') ?? '').toLowerCase();
  const by = last?.by?.toLowerCase() ?? '';
  return host !== '' && (by === host || by.endsWith(`.${host}`)) ? (last?.queueId ?? null) : null;
}
