/** What somebody asks lists about. */
type SubjectKind = 'ipv4' | 'ipv6' | 'name';

export interface Subject {
  kind: SubjectKind;
  /** An address in its shortest form (RFC 5952), or a domain name in lower-case A-labels. */
  text: string;
}

/** How much mail is lost by a listing: many receivers reject by the list, some do and filters count it, or hardly anybody does. */
export const WEIGHTS = ['many', 'some', 'few'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** What the A records of a list say: each value by itself, or the bits of the last octet (RFC 5782 §2.3). Words follow "listed as". */
export type Codes =
  | { kind: 'values'; words: Readonly<Record<string, string>> }
  | { kind: 'bits'; words: Readonly<Record<number, string>> };

/** One list of the table. */
export interface Blocklist {
  zone: string;
  operator: string;
  holds: readonly SubjectKind[];
  /** What is on it, as a sentence. */
  about: string;
  weight: Weight;
  codes: Codes;
  /** Answers that refuse a query, beside 127.255.255.0/24. */
  refusals?: readonly string[];
  /** Entries to test it by, where they are not those of RFC 5782 §5. */
  test?: TestEntries;
  /** How somebody gets off it, as a sentence, and where. */
  removal: { how: string; url: string };
  /** Who may ask it, as a sentence; null where everybody may. */
  terms: string | null;
  /** Whether it may be asked without an agreement: one that may not is asked when an operator names it. */
  isOpen: boolean;
}

/** An entry that a list in operation has, and one that it has not, without the zone. */
export interface TestEntries {
  listed: string;
  unlisted: string;
}
