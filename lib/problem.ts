/** Every way a request to mxproof can fail. Codes are part of the API and are never renamed. */
export type ProblemCode =
  | 'target-invalid'
  | 'request-invalid'
  | 'check-not-found'
  | 'check-damaged'
  | 'check-under-way'
  | 'link-ended'
  | 'link-not-found'
  | 'not-comparable'
  | 'mail-damaged'
  | 'capture-not-found'
  | 'finding-not-found'
  | 'not-found'
  | 'not-permitted'
  | 'token-unknown'
  | 'sign-in-refused'
  | 'account-not-found'
  | 'invitation-not-found'
  | 'token-not-found'
  | 'watch-not-found'
  | 'batch-not-found'
  | 'list-invalid'
  | 'note-not-found'
  | 'note-changed'
  | 'receiver-not-found'
  | 'too-many-sign-ins'
  | 'too-many-checks'
  | 'too-many-batches'
  | 'too-many-messages'
  | 'too-many-recipients'
  | 'too-many-controls'
  | 'too-many-explanations'
  | 'too-many-pages'
  | 'retest-not-possible'
  | 'report-not-found'
  | 'too-many-reports'
  | 'too-many-verifications'
  | 'not-a-report'
  | 'verification-not-found'
  | 'too-large'
  | 'database-unavailable'
  | 'too-slow'
  | 'type-not-taken'
  | 'too-many-streams'
  | 'too-busy'
  | 'host-unknown'
  | 'length-unknown'
  | 'internal';

/** Handlers are bundled apart, each with its own copy of the class below; what they share throws one that all must know. */
const BRAND = Symbol.for('mxproof.problem');

/** A request that cannot be served. What the network did is never one of these: that is evidence. */
export class AppProblem extends Error {
  readonly [BRAND] = true;
  readonly code: ProblemCode;
  /** One calm sentence for the person; contains nothing internal. */
  readonly say: string;
  /** Fields added to the problem document, e.g. the position of what is wrong in a target. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Seconds after which trying again makes sense. */
  readonly retryAfterSeconds: number | null;

  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && BRAND in value;
  }

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
