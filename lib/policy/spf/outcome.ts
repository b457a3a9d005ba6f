import type { SpfSyntaxFault } from './record';

/** RFC 7208 §2.6. */
export type SpfResult = 'none' | 'neutral' | 'pass' | 'fail' | 'softfail' | 'temperror' | 'permerror';

/** Why a record came to an error, and nothing more could be concluded. */
export type SpfCause =
  | { kind: 'syntax'; domain: string; fault: SpfSyntaxFault }
  | { kind: 'several-records'; domain: string; count: number }
  /** RFC 7208 §4.6.4: more terms that ask in DNS than are allowed, or more that find nothing. */
  | { kind: 'too-many-lookups'; domain: string; term: string; limit: number }
  | { kind: 'too-many-void-lookups'; domain: string; term: string; limit: number }
  | { kind: 'too-many-exchanges'; domain: string; term: string; limit: number }
  /** The domain that is included, or led to, has no record (RFC 7208 §5.2, §6.1). */
  | { kind: 'no-record'; domain: string; term: string; target: string }
  /** What a macro came to is no domain name. */
  | { kind: 'no-name'; domain: string; term: string; target: string }
  | { kind: 'dns-failed'; domain: string; term: string | null };

/** One term as it was evaluated, in order. */
export interface SpfStep {
  /** Of the record that the term stands in. */
  domain: string;
  /** How many records include or lead to it. */
  depth: number;
  term: string;
  outcome: 'matched' | 'not-matched' | 'error';
  /** What was asked for, and the first of what came back. */
  asked: readonly { name: string; type: string; kind: string; data: readonly string[] }[];
  /** Terms that asked in DNS so far, and lookups that found nothing, this term's included. */
  lookups: number;
  voidLookups: number;
  evidence: readonly number[];
}

/** A record that was read, and the term that led to it; null for the first one. */
export interface SpfRecordRead {
  domain: string;
  text: string;
  by: string | null;
}

export interface SpfOutcome {
  result: SpfResult;
  /** Null unless the result is an error. */
  cause: SpfCause | null;
  /** The directive that decided, in the record where it stands; null when none has matched. */
  decidedBy: { domain: string; term: string } | null;
  /** What the domain says to a refused sender (RFC 7208 §6.2); null when it says nothing that can be read. */
  explanation: string | null;
  lookups: number;
  voidLookups: number;
  records: readonly SpfRecordRead[];
  steps: readonly SpfStep[];
}
