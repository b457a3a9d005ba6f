import { z } from 'zod';
import { ownLink } from '@/lib/own-link';

/** Headers that say by which name whoever asks has reached us. */
export const HOST_HEADERS = z.object({
  host: z.string().optional(),
  'x-forwarded-host': z.string().optional(),
  'x-forwarded-proto': z.string().optional(),
});

type HostHeaders = z.infer<typeof HOST_HEADERS>;

/** A name or an address, with a port or without; nothing that would break out of a link (RFC 3986 §3.2.2). */
const HOST = /^(?:[a-z\d.-]{1,253}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * The link of a path of ours, whole. `url` is the address that people type, as far as the operator says; else it is the one by
 * which this request came, and only its answer has it. Without either it is the path.
 */
export function publicLink(path: string, headers: HostHeaders, url: string | null): string {
  return `${url ?? originOf(headers)}${ownLink(path)}`;
}

function originOf(headers: HostHeaders): string {
  const host = firstOf(headers['x-forwarded-host'] ?? headers.host);
  const scheme = firstOf(headers['x-forwarded-proto']) === 'https' ? 'https' : 'http';
  return HOST.test(host) ? `${scheme}://${host}` : '';
}

/** Each proxy adds its own at the end. */
function firstOf(list: string | undefined): string {
  return list?.split(',', 1)[0]?.trim() ?? '';
}
