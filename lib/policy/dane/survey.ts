import type { Lookup } from '../lookup';
import type { DaneHost, DaneState, DaneView } from '../view';
import { readTlsaSet } from './counting';
import { type Digest, fittingData, matchesTlsa, type ShownCertificate } from './match';

/** Records of one exchange that are told; a rollover has two. */
const MAX_RECORDS = 20;

/** Records of a name that Postfix reads (3.7.11: “DNS record count limit (100) exceeded”); of more it is chance which. */
export const MAX_READ = 100;

/** An exchange, and what its sessions were shown. */
export interface DaneExchange {
  exchange: string;
  /** Whether its addresses are proven by signatures; null when that is not known. */
  areAddressesSecure: boolean | null;
  /** Null when nobody was asked, by a choice or a limit of ours. */
  tlsa: Lookup | null;
  /** The name below which they stand: the exchange, or what it is an alias for (RFC 7672 §2.2.2). */
  base: string;
  /** Sessions that came to TLS, or would have: those where TLS failed or was not offered have no chain. */
  sessions: readonly { n: number; chain: readonly ShownCertificate[] }[];
}

/** What the comparison goes by. */
interface Grounds {
  domain: string;
  /** The domain, or what it is an alias for: whose MX records count. */
  mxOwner: string;
  /** Whether the MX records are proven; null when that is not known. */
  isMxSecure: boolean | null;
  /** Milliseconds since the epoch. */
  now: number;
  digest: Digest;
}

/**
 * The TLSA records of every exchange, compared with what sessions were shown; RFC 7672 §2, §3. Those behind MX records that
 * are not signed are compared as well: senders may go by them (§2.2.1).
 */
export function surveyDane(exchanges: readonly DaneExchange[], grounds: Grounds): DaneView {
  const hosts = exchanges.map((one) => hostOf(one, grounds));
  return { state: worst(hosts.map(({ state }) => state)), isMxSecure: grounds.isMxSecure, hosts };
}

/** What is worse for mail comes first. */
const WORST_FIRST: readonly DaneState[] = [
  ...(['error', 'mismatch', 'partly', 'unusable', 'unknown', 'ignored', 'ok', 'none'] as const),
];

function worst(states: readonly DaneState[]): DaneState {
  return WORST_FIRST.find((state) => states.includes(state)) ?? 'none';
}

function hostOf(
  { exchange, areAddressesSecure, tlsa, base, sessions }: DaneExchange,
  grounds: Grounds,
): DaneHost {
  const { domain, mxOwner, isMxSecure, now, digest } = grounds;
  const host: DaneHost = {
    exchange,
    ...(base !== exchange && { base }),
    state: 'none',
    reason: null,
    records: [],
    served: [],
    sessions: [],
    evidence: [...(tlsa?.evidence ?? [])],
  };
  if (tlsa === null) return { ...host, state: 'unknown', reason: 'not-asked' };
  if (tlsa.kind === 'failed')
    // §2.2.2: where addresses are not signed nobody asks for more; where they are, mail waits (§2.1.2).
    return areAddressesSecure === true ? { ...host, state: 'error', reason: 'no-answer' } : host;
  if (tlsa.data.length === 0) return host;
  const compared = sessions.filter(({ chain }) => chain.length > 0);
  // §3.2.2: the base domain, and the domain that mail is for with what it is an alias for.
  const wanted = { names: [base, domain, mxOwner], now };
  const set = readTlsaSet(tlsa.data).map(({ data, record, fault }) => ({
    data,
    fault,
    fits: compared
      .filter(({ chain }) => record !== null && fault === null && matchesTlsa(record, chain, wanted, digest))
      .map(({ n }) => n),
  }));
  const counting = set.filter(({ fault }) => fault === null);
  const unfit = sessions.filter(({ n }) => !counting.some(({ fits }) => fits.includes(n))).map(({ n }) => n);
  const leaves = compared.flatMap(({ chain: [own] }) =>
    own === undefined ? [] : [fittingData(own, digest)],
  );
  const told: DaneHost = {
    ...host,
    // Those that fit are not among the ones left out.
    records: [...set]
      .sort((a, b) => b.fits.length - a.fits.length)
      .slice(0, MAX_RECORDS)
      .map(({ data, fault, fits }) => ({
        data,
        fault,
        matches: fault !== null || compared.length === 0 ? null : fits.length === compared.length,
      })),
    served: [...new Set(leaves)],
    sessions: compared.map(({ n }) => n),
    published: tlsa.data.length,
    unfit,
  };
  if (tlsa.isSecure === false) return { ...told, state: 'ignored', reason: 'unsigned' };
  if (tlsa.isSecure === null || isMxSecure === null)
    return { ...told, state: 'unknown', reason: 'not-proven' };
  if (tlsa.data.length > MAX_READ) return { ...told, state: 'unknown', reason: 'too-many' };
  if (sessions.length === 0) return { ...told, state: 'unknown', reason: 'not-compared' };
  // §2.2: whatever the records are, there is no delivery without TLS.
  if (compared.length === 0) return { ...told, state: 'mismatch', reason: 'no-tls' };
  if (counting.length === 0) return { ...told, state: 'unusable' };
  if (unfit.length === 0) return { ...told, state: 'ok' };
  return { ...told, state: unfit.length < sessions.length ? 'partly' : 'mismatch' };
}
