import { type DkimKey, MIN_RSA_BITS, parseDkimKey } from '@/lib/policy/dkim/key';
import { rsaBits } from '@/lib/policy/dkim/rsa-bits';
import type { Lookup } from '@/lib/policy/lookup';
import { textOfTxt } from '@/lib/policy/txt';
import { identityDomain, type Signature } from './signature';
import type { SignatureReason } from './view';

/** What was answered about the names of keys; one that is not in it was not asked. */
export type KeyAnswers = Readonly<Record<string, Pick<Lookup, 'kind' | 'data'>>>;

/** RFC 8301 §3.2 asks for 4096; a longer one costs time, and keys of 16,384 bits are there for that only. */
const MAX_RSA_BITS = 8192;

/** The key of a signature, and why it must not be used, if so. */
export interface SignatureKey {
  key: DkimKey | null;
  reason: SignatureReason | null;
  detail: string | null;
}

/** The key for a signature (RFC 6376 §6.1.2). */
export function keyOf(signature: Signature, name: string, answers: KeyAnswers): SignatureKey {
  const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
  const none = (reason: SignatureReason, detail: string | null = null) => ({ key: null, reason, detail });
  if (answer === undefined) return none('key-not-asked', name);
  if (answer.kind === 'failed') return none('key-no-answer', name);
  const texts = answer.data.map(textOfTxt).filter((text) => text !== '');
  // RFC 6376 §3.6.2.2 leaves several records undefined: the first that fits is taken.
  const keys = texts.map((text) => keyIn(text, signature));
  return keys.find(({ reason }) => reason === null) ?? keys[0] ?? none('key-not-found', name);
}

function keyIn(text: string, signature: Signature): SignatureKey {
  const read = parseDkimKey(text, rsaBits);
  if (read.ok) return { key: read.value, ...misfit(signature, read.value) };
  const reason = read.problem === 'service' ? 'key-not-for-mail' : 'key-unreadable';
  return { key: null, reason, detail: read.problem };
}

/** Why a key is not for this signature; RFC 6376 §6.1.2 steps 4 to 9. */
function misfit(signature: Signature, key: DkimKey): Omit<SignatureKey, 'key'> {
  const not = (reason: SignatureReason, detail: string | null = null) => ({ reason, detail });
  const [type = '', hash = ''] = signature.algorithm.split('-');
  if (key.isRevoked) return not('key-revoked');
  if (key.hashes !== null && !key.hashes.includes(hash)) return not('key-other-hash', key.hashes.join(':'));
  if (key.bits > MAX_RSA_BITS) return not('key-too-long', String(key.bits));
  if (key.type !== type) return not('key-other-type', key.type);
  const identity = signature.kind === 'dkim' ? signature.identity : null;
  if (key.flags.includes('s') && identity !== null && identityDomain(identity) !== signature.domain)
    return not('key-not-for-subdomains', identity);
  return { reason: null, detail: null };
}

/** RFC 8301 §3.2. */
export function isTooShort({ type, bits }: DkimKey): boolean {
  return type === 'rsa' && bits < MIN_RSA_BITS;
}
