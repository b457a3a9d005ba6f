import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { DkimKey } from '@/lib/policy/dkim/key';
import { readTags } from '@/lib/policy/tag-list';
import { isTooShort, type KeyAnswers, keyOf } from '@/lib/message/key-of';
import { resultOf } from '@/lib/message/result-of';
import { keyName, type Signature } from '@/lib/message/signature';
import type { SignatureReason, SignatureView } from '@/lib/message/view';
import type { BodyHash } from './signed-octets';

/** What was signed, in the form in which it was; both are made only when they are needed. */
export interface Signed {
  /** Null for a seal, which signs no body. */
  body: (() => BodyHash) | null;
  header(): Buffer;
}

/** Why a signature does not count. */
interface Failing {
  reason: SignatureReason | null;
  detail: string | null;
}

const NOTHING: Failing = { reason: null, detail: null };

/** Verifies one signature (RFC 6376 §6.1). */
export function verifySignature(
  signature: Signature,
  signed: Signed,
  { answers, nowSeconds }: { answers: KeyAnswers; nowSeconds: number },
): SignatureView {
  const name = keyName(signature);
  const { fault } = signature;
  if (fault !== null || name === null) return viewOf(signature, fault ?? NOTHING, null, null);
  const { key, ...misfit } = keyOf(signature, name, answers);
  const body = signed.body?.() ?? null;
  if (key === null || misfit.reason !== null) return viewOf(signature, misfit, key, body);
  const failing =
    differs(signature, key, { body, header: signed.header }) ?? refused(signature, key, nowSeconds);
  return viewOf(signature, failing ?? NOTHING, key, body);
}

/** RFC 6376 §6.1.3: the body first, then the header. */
function differs(
  signature: Signature,
  key: DkimKey,
  { body, header }: { body: BodyHash | null; header: () => Buffer },
): Failing | null {
  if (body !== null) {
    // RFC 6376 §3.5: more than there is cannot have been signed.
    if (signature.length !== null && signature.length > body.hashed)
      return { reason: 'body-shorter', detail: String(body.hashed) };
    if (!isSameHash(body.base64, signature.bodyHash)) return { reason: 'body-differs', detail: body.base64 };
  }
  const isSigned = isSignedBy(key, header(), signature);
  if (isSigned === null) return { reason: 'key-unreadable', detail: 'bad-key' };
  return isSigned ? null : { reason: 'signature-differs', detail: null };
}

function isSameHash(made: string, stated: string): boolean {
  return Buffer.from(made, 'base64').equals(Buffer.from(stated, 'base64'));
}

/** What verifies, and must not count all the same. */
function refused({ algorithm, expiresAt }: Signature, key: DkimKey, nowSeconds: number): Failing | null {
  // RFC 6376 §3.5.
  if (expiresAt !== null && expiresAt < nowSeconds) return { reason: 'expired', detail: isoOf(expiresAt) };
  // RFC 8301 §3.1.
  if (algorithm === 'rsa-sha1') return { reason: 'algorithm-forbidden', detail: algorithm };
  if (isTooShort(key)) return { reason: 'key-too-short', detail: String(key.bits) };
  return null;
}

/** Null for a key whose numbers make none. */
function isSignedBy(key: DkimKey, octets: Buffer, { algorithm, signature }: Signature): boolean | null {
  const value = Buffer.from(signature, 'base64');
  try {
    const object = keyObject(key);
    // RFC 8463 §3: the hash is what is signed.
    if (key.type === 'ed25519')
      return verify(null, createHash('sha256').update(octets).digest(), object, value);
    return verify(algorithm === 'rsa-sha1' ? 'sha1' : 'sha256', octets, object, value);
  } catch {
    return null;
  }
}

function keyObject({ text, type }: DkimKey): KeyObject {
  const base64 =
    readTags(text)
      .find(({ name }) => name === 'p')
      ?.value.replace(/\s/g, '') ?? '';
  const octets = Buffer.from(base64, 'base64');
  if (type === 'ed25519')
    return createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: octets.toString('base64url') },
      format: 'jwk',
    });
  try {
    return createPublicKey({ key: octets, format: 'der', type: 'spki' });
  } catch {
    return createPublicKey({ key: octets, format: 'der', type: 'pkcs1' }); // RFC 8017 A.1.1
  }
}

function viewOf(
  one: Signature,
  { reason, detail }: Failing,
  key: DkimKey | null,
  body: BodyHash | null,
): SignatureView {
  return {
    domain: one.domain,
    selector: one.selector,
    keyName: keyName(one),
    algorithm: one.algorithm,
    canonicalization: `${one.headerForm}/${one.bodyForm}`,
    identity: one.kind === 'dkim' ? one.identity : null,
    signed: [...one.signed],
    length: one.length === null || !Number.isSafeInteger(one.length) ? null : one.length,
    unsignedOctets: body?.left ?? 0,
    signedAt: one.signedAt === null ? null : isoOf(one.signedAt),
    expiresAt: one.expiresAt === null ? null : isoOf(one.expiresAt),
    result: resultOf(reason),
    reason,
    detail: detail?.slice(0, MAX_DETAIL) ?? null,
    keyType: key?.type ?? null,
    keyBits: key?.bits ?? null,
    isTest: key?.flags.includes('y') ?? false,
  };
}

/** Characters of what a reason quotes. */
const MAX_DETAIL = 200;

/** Of seconds since 1970; null for what no calendar has. */
function isoOf(seconds: number): string | null {
  const time = new Date(seconds * 1000);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
