import { type DomainName, isWithin, labelCount, printedName } from '@/lib/dns/name';
import type { ResourceRecord } from '@/lib/dns/trace';
import { signedData } from './canonical';
import { type DnssecCrypto, isVerifiable } from './crypto';
import { type Dnskey, isZoneKey, type Rrsig, rrsigOf } from './records';

/** Signatures tried for one set of records: more exist only to keep resolvers busy (KeyTrap, CVE-2023-50387). */
const MAX_TRIES = 8;

/** Why a set of records is not proven; the nearest miss counts when several signatures fail. */
type SignatureProblem =
  'expired' | 'not-yet-valid' | 'bad-signature' | 'no-such-key' | 'unknown-algorithm' | 'missing-signature';

const NEAREST_FIRST: readonly SignatureProblem[] = [
  'expired',
  'not-yet-valid',
  'bad-signature',
  'no-such-key',
  'unknown-algorithm',
];

/** The keys of a zone, proven, and what is needed to use them. */
export interface Verifier {
  zone: DomainName;
  keys: readonly Dnskey[];
  crypto: DnssecCrypto;
  /** Seconds since 1970. */
  now: number;
}

/** A set of records: proven by which signature, or not and why, with the signature that came nearest. */
export type Proof =
  | {
      proven: true;
      rrsig: Rrsig;
      /** The records were made by a wildcard: the name itself may not exist (RFC 4035 §5.3.4). */
      byWildcard: boolean;
    }
  | { proven: false; problem: SignatureProblem; rrsig: Rrsig | null };

/** Verifies one set of records of one name and type (RFC 4035 §5.3). */
export function verifySet(
  set: readonly ResourceRecord[],
  signatures: readonly ResourceRecord[],
  by: Verifier,
): Proof {
  const [first] = set;
  let nearest: Extract<Proof, { proven: false }> = {
    proven: false,
    problem: 'missing-signature',
    rrsig: null,
  };
  if (first === undefined) return nearest;
  const labels = labelCount(printedName(first.name)) - (first.name.startsWith('*.') ? 1 : 0);
  const candidates = signaturesFor(first, signatures).filter(
    (rrsig) => rrsig.signer === by.zone && rrsig.labels <= labels,
  );
  for (const rrsig of candidates.slice(0, MAX_TRIES)) {
    const problem = problemWith(rrsig, set, by);
    if (problem === null) return { proven: true, rrsig, byWildcard: rrsig.labels < labels };
    if (nearest.rrsig === null || rank(problem) < rank(nearest.problem))
      nearest = { proven: false, problem, rrsig };
  }
  return nearest;
}

/** The signatures over a set, whoever made them. */
export function signaturesFor(
  { name, type }: { name: string; type: string },
  records: readonly ResourceRecord[],
): Rrsig[] {
  return records.flatMap((record) => {
    const rrsig = record.type === 'RRSIG' && record.name === name ? rrsigOf(record) : null;
    const signerEncloses = rrsig !== null && isWithin(printedName(name), rrsig.signer);
    return rrsig?.covers === type && signerEncloses ? [rrsig] : [];
  });
}

function problemWith(rrsig: Rrsig, set: readonly ResourceRecord[], by: Verifier): SignatureProblem | null {
  if (!isVerifiable(rrsig.algorithm)) return 'unknown-algorithm';
  const keys = by.keys.filter(
    (key) => key.keyTag === rrsig.keyTag && key.algorithm === rrsig.algorithm && isZoneKey(key),
  );
  if (isBefore(rrsig.expiration, by.now)) return 'expired';
  if (isBefore(by.now, rrsig.inception)) return 'not-yet-valid';
  if (keys.length === 0) return 'no-such-key';
  const data = signedData(set, rrsig);
  const fits =
    data !== null &&
    keys.slice(0, MAX_TRIES).some(({ key }) => by.crypto.verify(rrsig.algorithm, key, data, rrsig.signature));
  return fits ? null : 'bad-signature';
}

/** Serial number arithmetic: RFC 4034 §3.1.5, RFC 1982 §3.2. */
function isBefore(a: number, b: number): boolean {
  return ((b - a) | 0) > 0;
}

function rank(problem: SignatureProblem): number {
  return NEAREST_FIRST.indexOf(problem);
}
