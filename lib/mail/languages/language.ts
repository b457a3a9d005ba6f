/** How people's and mail systems' words in one language are known. All patterns are looked for in any letter case. */
export interface Language {
  /** A subject under which mail systems tell of failures and delays. */
  failureSubjects: readonly RegExp[];
  /** A sentence that says of a mail that it was not delivered. Gaps are bounded, so that it takes linear time. */
  failures: readonly RegExp[];
  /** The beginning of the subject of a program that answers for somebody. */
  automaticReplies?: RegExp;
  /** What mail programs write above a message that is passed on inside the text. */
  forwarded?: RegExp;
}
