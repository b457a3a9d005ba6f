import { parseTlsa, type TlsaFault, type TlsaRecord, tlsaFault } from './tlsa';

/** One of the records at a name. */
export interface TlsaOfSet {
  /** As it is published. */
  data: string;
  /** Null when it cannot be read. */
  record: TlsaRecord | null;
  /** Why it does not count; null when it does. */
  fault: TlsaFault | 'weaker-digest' | null;
}

/** All records at a name, and which of them count beside one another. */
export function readTlsaSet(set: readonly string[]): TlsaOfSet[] {
  const read = set.map((data) => {
    const record = parseTlsa(data);
    return { data, record, fault: tlsaFault(record) };
  });
  const strong = new Set(
    read.flatMap(({ record, fault }) => (fault === null && record?.matching === 2 ? [kindOf(record)] : [])),
  );
  // RFC 7671 §9: of one usage and selector only the strongest digest counts; whole data is no digest.
  return read.map((one) =>
    one.fault === null && one.record?.matching === 1 && strong.has(kindOf(one.record))
      ? { ...one, fault: 'weaker-digest' }
      : one,
  );
}

function kindOf({ usage, selector }: TlsaRecord): string {
  return `${usage} ${selector}`;
}
