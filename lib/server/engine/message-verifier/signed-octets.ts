import { dkimBody } from 'mailauth/lib/dkim/body/index.js';
import { generateCanonicalizedHeader } from 'mailauth/lib/dkim/header/index.js';
import { getSigningHeaderLines } from 'mailauth/lib/tools.js';
import type { Signature } from '@/lib/message/signature';
import type { RawField, WholeMessage } from '@/lib/message/whole-message';

/** The hash of a body in one form (RFC 6376 §3.4.3, §3.4.4). */
export interface BodyHash {
  base64: string;
  /** Octets of it that are hashed, and those behind them. */
  hashed: number;
  left: number;
}

/** Hashes a body once for each form, hash and length. */
export function bodyHasher(body: Uint8Array): (signature: Signature) => BodyHash {
  const made = new Map<string, BodyHash>();
  return ({ bodyForm, algorithm, length }) => {
    const hash = algorithm.endsWith('-sha1') ? 'sha1' : 'sha256';
    const key = `${bodyForm} ${hash} ${length ?? ''}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const hasher = length === null ? dkimBody(bodyForm, hash) : dkimBody(bodyForm, hash, length);
    hasher.update(body);
    const base64 = hasher.digest('base64');
    const { bodyHashedBytes: hashed, canonicalizedLength } = hasher;
    const one = { base64, hashed, left: Math.max(0, canonicalizedLength - hashed) };
    made.set(key, one);
    return one;
  };
}

/** What a signature signs of the header, itself at the end without its value (RFC 6376 §3.7). */
export function signedHeader({ fields }: WholeMessage, { field, signed, headerForm }: Signature): Buffer {
  // What signs signs no other field twice, and never itself.
  const others = fields.filter((one) => one !== field && one.name !== '');
  const { headers } = getSigningHeaderLines(others.map(lineOf), signed.join(':'), true);
  return canonical('DKIM', headers, field, headerForm);
}

/** What a seal signs: every set up to its own, which ends with itself (RFC 8617 §5.1.1). */
export function sealedHeader(before: readonly RawField[], seal: RawField): Buffer {
  return canonical('AS', before.map(lineOf), seal, 'relaxed');
}

function canonical(
  type: 'DKIM' | 'AS',
  headers: readonly HeaderLine[],
  field: RawField,
  form: string,
): Buffer {
  const { canonicalizedHeader } = generateCanonicalizedHeader(
    type,
    { headers },
    {
      signatureHeaderLine: lineOf({ name: field.name, text: withoutSignature(field.text) }).line,
      canonicalization: form,
    },
  );
  return swapped(canonicalizedHeader);
}

type HeaderLine = ReturnType<typeof lineOf>;

function lineOf({ name, text }: RawField) {
  return { key: name, casedKey: name, line: swapped(Buffer.from(text, 'latin1')) };
}

const [NO_BREAK_SPACE, STAND_IN] = [0xa0, 0x01];

/**
 * RFC 6376 §2.8 has two kinds of white space, and the library takes the octet A0 for one more, which many letters of UTF-8 end with:
 * it stands as a control while the library has it.
 */
function swapped(octets: Buffer): Buffer {
  return octets.map((octet) =>
    octet === NO_BREAK_SPACE ? STAND_IN : octet === STAND_IN ? NO_BREAK_SPACE : octet,
  ) as Buffer;
}

/** RFC 6376 §3.5: the value of `b=` is taken out with the white space around it. */
function withoutSignature(text: string): string {
  const at = text.indexOf(':') + 1;
  const entries = text.slice(at).split(';');
  const n = entries.findIndex((entry) => /^\s*b\s*=/.test(entry));
  const entry = entries[n] ?? '';
  entries[n] = entry.slice(0, entry.indexOf('=') + 1);
  return text.slice(0, at) + entries.join(';');
}
