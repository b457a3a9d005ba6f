import type { Answer } from 'dns-packet';
import type { Algorithm } from './signing-key';

/** How a zone is signed, and what is wrong with that. */
export interface Signing {
  /** Ed25519 when not given. */
  algorithm?: Algorithm;
  /** NSEC when not given. */
  denial?: 'nsec' | 'nsec3' | 'opt-out';
  /** Additional rounds of hashing, for NSEC3. */
  iterations?: number;
  /** Days from now; a day ago to two weeks ahead when not given. */
  validDays?: readonly [from: number, until: number];
  wrong?:
    | 'ds' // the parent names another key
    | 'no-ds' // the parent names none
    | 'no-signatures' // the parent names a key, the zone has none
    | 'forged' // signatures of the right form and length that fit nothing
    | 'mx-unsigned' // everything has a signature except MX
    | 'mx-by-foreign-key' // signed by a key that the zone does not publish
    | 'no-denial'; // nothing proves what is not there
}

/** What is beside the records of a signed zone. */
export interface SignedParts {
  signatures: Answer[];
  denials: Denial[];
  hash: ((name: string) => string) | null;
}

/** One NSEC or NSEC3 record; `at` and `next` are names or hashes, in the order of the zone. */
export interface Denial {
  at: string;
  next: string;
  record: Answer;
}
