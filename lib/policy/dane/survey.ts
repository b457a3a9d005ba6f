import type { Lookup } from '../lookup';
import type { DaneHost, DaneState, DaneView } from '../view';
import { type Digest, fittingData, matchesTlsa, type ShownCertificate } from './match';
import { parseTlsa, tlsaFault } from './tlsa';

/** Records of one exchange that are told; a rollover has two. */
const MAX_RECORDS = 20;

/** An exchange, and what its sessions were shown. */
export interface DaneExchange {
  exchange: string;
  /** Whether its addresses are proven by signatures; null when that is not known. */
  areAddressesSecure: boolean | null;
  tlsa: Lookup;
  /** Sessions that came to TLS, or would have: those where TLS failed or was not offered have no chain. */
  sessions: readonly { n: number; chain: readonly ShownCertificate[] }[];
}

/** What the comparison goes by. */
interface Grounds {
  domain: string;
  /** Whether the MX records are proven; null when that is not known. */
  isMxSecure: boolean | null;
  /** Milliseconds since the epoch. */
  now: number;
  digest: Digest;
}

/** The TLSA records of every exchange, compared with what sessions were shown; RFC 7672 §2, §3. */
export function surveyDane(exchanges: readonly DaneExchange[], grounds: Grounds): DaneView {
  const hosts = exchanges.map((one) => hostOf(one, grounds));
  return { state: worst(hosts.map(({ state }) => state)), hosts };
}

/** What is worse for mail comes first. */
const WORST_FIRST: readonly DaneState[] = ['error', 'mismatch', 'unusable', 'ignored', 'ok', 'none'];

function worst(states: readonly DaneState[]): DaneState {
  return WORST_FIRST.find((state) => states.includes(state)) ?? 'none';
}

function hostOf({ exchange, areAddressesSecure, tlsa, sessions }: DaneExchange, grounds: Grounds): DaneHost {
  const { domain, isMxSecure, now, digest } = grounds;
  const host: DaneHost = {
    exchange,
    state: 'none',
    reason: null,
    records: [],
    served: [],
    sessions: [],
    evidence: [...tlsa.evidence],
  };
  if (tlsa.kind === 'failed')
    // §2.2.2: where addresses are not signed nobody asks for more; where they are, mail waits (§2.1.2).
    return areAddressesSecure === true ? { ...host, state: 'error', reason: 'no-answer' } : host;
  if (tlsa.data.length === 0) return host;
  const compared = sessions.filter(({ chain }) => chain.length > 0);
  const chains = compared.map(({ chain }) => chain);
  const records = tlsa.data.slice(0, MAX_RECORDS).map((data) => {
    const record = parseTlsa(data);
    const fault = tlsaFault(record);
    const matches =
      record === null || fault !== null || chains.length === 0
        ? null
        : chains.every((chain) => matchesTlsa(record, chain, { names: [exchange, domain], now }, digest));
    return { data, fault, matches };
  });
  const leaves = chains.flatMap(([own]) => (own === undefined ? [] : [fittingData(own, digest)]));
  const told: DaneHost = {
    ...host,
    records,
    served: [...new Set(leaves)],
    sessions: compared.map(({ n }) => n),
  };
  if (tlsa.isSecure !== true) return { ...told, state: 'ignored', reason: 'unsigned' };
  const counting = records.filter(({ fault }) => fault === null);
  if (counting.length === 0) return { ...told, state: 'unusable' };
  if (compared.length === 0)
    return { ...told, state: 'mismatch', reason: sessions.length > 0 ? 'no-tls' : 'not-compared' };
  const fits = chains.every((chain) =>
    counting.some(({ data }) => {
      const record = parseTlsa(data);
      return record !== null && matchesTlsa(record, chain, { names: [exchange, domain], now }, digest);
    }),
  );
  if (!fits) return { ...told, state: 'mismatch' };
  return isMxSecure === true
    ? { ...told, state: 'ok' }
    : { ...told, state: 'ignored', reason: 'mx-unsigned' };
}
