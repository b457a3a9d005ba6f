import { no } from '../result';

/** Every way in which an input is no target. Codes are part of the API and are never renamed. */
export type TargetProblemCode =
  | 'empty'
  | 'input-too-long'
  | 'white-space'
  | 'control-character'
  | 'percent-escape-invalid'
  | 'angle-bracket-unpaired'
  | 'display-name'
  | 'several-targets'
  | 'web-address'
  | 'source-route'
  | 'comment'
  | 'at-missing'
  | 'at-twice'
  | 'mailbox-too-long'
  | 'local-part-empty'
  | 'local-part-too-long'
  | 'local-part-character'
  | 'local-part-dot'
  | 'quote-unclosed'
  | 'quoted-part-mixed'
  | 'quoted-character'
  | 'domain-empty'
  | 'domain-too-long'
  | 'domain-character'
  | 'domain-not-international'
  | 'domain-ends-with-dot'
  | 'label-empty'
  | 'label-too-long'
  | 'label-hyphen'
  | 'top-label-numeric'
  | 'address-without-brackets'
  | 'literal-unclosed'
  | 'literal-tag'
  | 'literal-address';

/**
 * What is wrong with an input, and where. `at` and `length` lie inside the input; where something is missing, `at`
 * is the place where it should stand and `length` is 0.
 */
export interface TargetProblem {
  code: TargetProblemCode;
  /** One calm sentence for the person. */
  say: string;
  at: number;
  length: number;
}

export function wrong(code: TargetProblemCode, at: number, length: number, say: string) {
  return no<TargetProblem>({ code, say, at, length });
}
