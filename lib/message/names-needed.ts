import { keyName, readSignature, type Signature, type SignatureKind } from './signature';
import type { RawField, WholeMessage } from './whole-message';

/** DKIM signatures of one message that are verified, from the top. */
export const MAX_SIGNATURES = 10;

/** RFC 8617 §4.2.1. */
export const MAX_ARC_SETS = 50;

/** The DKIM signatures that are verified, and how many there are. */
export function dkimSignatures({ fields }: WholeMessage): { signatures: Signature[]; count: number } {
  const own = fields.filter(({ name }) => name === 'dkim-signature');
  return { signatures: own.slice(0, MAX_SIGNATURES).map(signatureOf('dkim')), count: own.length };
}

/** Fields of ARC of one name, with their instance; null is one that is none of RFC 8617 §4.2.1. */
export function arcFields(
  { fields }: WholeMessage,
  name: string,
): { field: RawField; instance: number | null }[] {
  return fields
    .filter((field) => field.name === name)
    .slice(0, 2 * MAX_ARC_SETS)
    .map((field) => ({ field, instance: instanceOf(field) }));
}

/** `i=` is the first tag of `ARC-Authentication-Results` (RFC 8617 §4.1.1), and one of the others' (§4.1.2, §4.1.3). */
function instanceOf({ name, text }: RawField): number | null {
  const value = text.slice(text.indexOf(':') + 1).replaceAll('\r\n', '');
  const place =
    name === 'arc-authentication-results'
      ? /^[ \t]*i[ \t]*=[ \t]*(\d{1,5})[ \t]*(?:;|$)/
      : /(?:^|;)[ \t]*i[ \t]*=[ \t]*(\d{1,5})[ \t]*(?:;|$)/;
  const [, digits] = place.exec(value) ?? [];
  const instance = Number(digits ?? 0);
  return instance >= 1 && instance <= MAX_ARC_SETS ? instance : null;
}

function signatureOf(kind: SignatureKind): (field: RawField) => Signature {
  return (field) => readSignature(kind, field);
}

/** Names whose TXT records are needed to verify a message: those of DKIM first, then those of ARC, from the newest set. */
export function namesNeeded(message: WholeMessage): string[] {
  const { signatures } = dkimSignatures(message);
  const arc = (['arc-message-signature', 'arc-seal'] as const).flatMap((name) =>
    arcFields(message, name).map(({ field, instance }) => ({
      instance: instance ?? 0,
      signature: readSignature(name === 'arc-seal' ? 'arc-seal' : 'arc-message', field),
    })),
  );
  arc.sort((a, b) => b.instance - a.instance);
  const all = [...signatures, ...arc.map(({ signature }) => signature)];
  return [...new Set(all.flatMap((one) => keyName(one) ?? []))];
}
