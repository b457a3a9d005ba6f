import type { FindingCode } from './catalogue';
import type { Rule } from './found';

/** What findings are about: their words and the rules that find them stand in one folder. */
export interface Topic {
  /** Of its section in the catalogue. */
  heading: string;
  catalogue: Readonly<Partial<Record<FindingCode, unknown>>>;
  /** They find what is in the catalogue of their topic, and nothing else. */
  rules: readonly Rule[];
}
