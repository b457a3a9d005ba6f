import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import canonicalize from 'canonicalize';
import { readStoredEvents, type StoredEvent, type StoredEvidence } from '@/lib/report/stored-evidence';

/** Canonical JSON (RFC 8785) takes one form only, so that the digest can be made again by anybody. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('evidence must be JSON');
  return text;
}

/** `sha256:` and the hash of the canonical JSON, in hexadecimal. */
export function digestOf(json: string): string {
  return `sha256:${createHash('sha256').update(json).digest('hex')}`;
}

/** Evidence of one check in memory; far above what the limits of a check allow. */
const MAX_EVIDENCE_BYTES = 256 * 1024 * 1024;

/** Of a normal check; it takes 17 ms, in a thread, and a twelfth less room than `FAST` takes in one. */
const DENSE = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_LGWIN]: 18 };
/** From 7 to 9 the encoder takes 8 to 32 MB for its tables with such a window, and many checks may end at once. */
const FAST = { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_LGWIN]: 22 };
/** Longer evidence would keep a thread for more than a fifth of a second. */
const MAX_DENSE_CHARACTERS = 256 * 1024;

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Evidence as it is stored, and its digest. */
export async function sealEvidence(
  events: StoredEvidence['events'],
): Promise<{ body: Uint8Array<ArrayBuffer>; digest: string }> {
  const json = canonicalJson(events);
  const packed = await compress(json, { params: json.length > MAX_DENSE_CHARACTERS ? FAST : DENSE });
  return { body: new Uint8Array(packed), digest: digestOf(json) };
}

/** The events of a sealed check. Rejects when the bytes are not what was sealed. */
export async function openEvidence(body: Uint8Array, digest: string): Promise<StoredEvent[]> {
  const json = (await decompress(body, { maxOutputLength: MAX_EVIDENCE_BYTES })).toString('utf8');
  if (digestOf(json) !== digest) throw new Error('stored evidence does not match its digest');
  return readStoredEvents(json);
}
