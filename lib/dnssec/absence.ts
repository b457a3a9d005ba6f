import { type DomainName, printedName, ROOT } from '@/lib/dns/name';

/**
 * What signed records prove about something that is not there. `opt-out`: nothing that is signed stands there, which
 * leaves room for what is not (RFC 5155 §6). `delegation`: there is a zone cut at the name, and it is not signed.
 */
export type Denial = 'no-name' | 'no-data' | 'delegation' | 'opt-out' | 'too-costly' | null;

/** Answers about absence from one set of proven records. */
export interface Denier {
  /** Why there is no record of this type at this name; null when nothing proves it. */
  absence(name: DomainName, type: string): Denial;
  /** True when proven: the name itself has no records, so that a wildcard may speak for it (RFC 4035 §5.3.4). */
  allowsWildcard(name: DomainName, signedLabels: number): boolean;
}

/** What a name's own list of types says about one of them. */
export function absentAt(types: readonly string[], type: string): Denial {
  if (types.includes(type) || types.includes('CNAME')) return null;
  const isCut = types.includes('NS') && !types.includes('SOA');
  if (type === 'DS') return types.includes('SOA') ? null : isCut ? 'delegation' : 'no-data';
  // The parent's record at a cut says nothing of what the child has: RFC 6840 §4.1.
  return isCut ? null : 'no-data';
}

/** The wildcard that would speak for names right below; no longer than the name that it would speak for. */
export function wildcardOf(encloser: DomainName): DomainName {
  return printedName(encloser === ROOT ? '*' : `*.${encloser}`);
}
