/** Every way a request to mxproof can fail. Codes are part of the API and are never renamed. */
export type ProblemCode =
  | 'target-invalid'
  | 'request-invalid'
  | 'check-not-found'
  | 'capture-not-found'
  | 'finding-not-found'
  | 'not-found'
  | 'too-many-checks'
  | 'too-many-messages'
  | 'retest-not-possible'
  | 'report-not-found'
  | 'too-many-reports'
  | 'too-large'
  | 'internal';

/** A request that cannot be served. What the network did is never one of these: that is evidence. */
export class AppProblem extends Error {
  readonly code: ProblemCode;
  /** One calm sentence for the person; contains nothing internal. */
  readonly say: string;
  /** Fields added to the problem document, e.g. the position of what is wrong in a target. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Seconds after which trying again makes sense. */
  readonly retryAfterSeconds: number | null;

  constructor(
    code: ProblemCode,
    about: { say: string; fields?: Record<string, unknown>; retryAfterSeconds?: number; cause?: unknown },
  ) {
    super(`${code}: ${about.say}`, { cause: about.cause });
    this.name = 'AppProblem';
    this.code = code;
    this.say = about.say;
    this.fields = about.fields ?? {};
    this.retryAfterSeconds = about.retryAfterSeconds ?? null;
  }
}
