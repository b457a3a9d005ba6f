import { z } from 'zod';
import type { AppProblem, ProblemCode } from './problem';

/** How each problem is told over HTTP. */
export const PROBLEM_KINDS: Readonly<Record<ProblemCode, { status: number; title: string }>> = {
  'target-invalid': { status: 400, title: 'Not a target' },
  'request-invalid': { status: 400, title: 'Not a valid request' },
  'check-not-found': { status: 404, title: 'No such check' },
  'check-under-way': { status: 409, title: 'Check under way' },
  // It was there, and will not be again (RFC 9110 §15.5.11).
  'link-ended': { status: 410, title: 'This link has ended' },
  'link-not-found': { status: 404, title: 'No such link' },
  'not-comparable': { status: 400, title: 'Not to be compared' },
  // It is there, and trying again does not help: neither 404 nor 503.
  'check-damaged': { status: 500, title: 'Damaged check' },
  'mail-damaged': { status: 500, title: 'Damaged mail' },
  'capture-not-found': { status: 404, title: 'No such capture' },
  'finding-not-found': { status: 404, title: 'No such finding' },
  'not-permitted': { status: 403, title: 'Not permitted' },
  'token-unknown': { status: 401, title: 'Unknown token' },
  'sign-in-refused': { status: 403, title: 'Not signed in' },
  'account-not-found': { status: 404, title: 'No such account' },
  'invitation-not-found': { status: 404, title: 'No such invitation' },
  'token-not-found': { status: 404, title: 'No such token' },
  'watch-not-found': { status: 404, title: 'No such watch' },
  'batch-not-found': { status: 404, title: 'No such batch' },
  'list-invalid': { status: 400, title: 'Not a list of targets' },
  'note-not-found': { status: 404, title: 'No such note' },
  'note-changed': { status: 409, title: 'Changed meanwhile' },
  'receiver-not-found': { status: 404, title: 'No such receiver' },
  'too-many-sign-ins': { status: 429, title: 'Too many tries' },
  'not-found': { status: 404, title: 'Nothing here' },
  'too-many-checks': { status: 429, title: 'Too many checks' },
  'too-many-batches': { status: 429, title: 'Too many batches' },
  'too-many-messages': { status: 429, title: 'Too many messages' },
  'too-many-recipients': { status: 429, title: 'Too many recipients' },
  'too-many-controls': { status: 429, title: 'Too many controls' },
  'too-many-explanations': { status: 429, title: 'Too many replies to be explained' },
  'too-many-pages': { status: 429, title: 'Too many pages' },
  'retest-not-possible': { status: 409, title: 'Not to be repeated by itself' },
  'report-not-found': { status: 404, title: 'No such mail' },
  'too-many-reports': { status: 429, title: 'Too many mails' },
  'too-many-verifications': { status: 429, title: 'Too many reports to be verified' },
  'not-a-report': { status: 400, title: 'Not a report' },
  'verification-not-found': { status: 404, title: 'No such verification' },
  'too-large': { status: 413, title: 'Too large' },
  'database-unavailable': { status: 503, title: 'Database not available' },
  'too-slow': { status: 408, title: 'Too slow' },
  'type-not-taken': { status: 415, title: 'Not this type' },
  'too-many-streams': { status: 429, title: 'Too many streams' },
  'too-busy': { status: 503, title: 'Too busy' },
  'host-unknown': { status: 421, title: 'Not served under this name' },
  'length-unknown': { status: 411, title: 'No length' },
  internal: { status: 500, title: 'Our mistake' },
};

/** RFC 9457, with the stable `code` and what belongs to it. */
export const ProblemDocument = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
});

/** Whether a status says that the fault is ours (RFC 9110 §15.6). */
export function isOurs(status: number): boolean {
  return status >= 500;
}

export function problemDocument({ code, say, fields }: AppProblem): z.infer<typeof ProblemDocument> {
  const { status, title } = PROBLEM_KINDS[code];
  return { ...fields, type: `urn:mxproof:problem:${code}`, title, status, code, detail: say };
}

/** Of an answer that tells a problem in whatever form; names in lower case. */
export function problemHeaders({ code, retryAfterSeconds }: AppProblem): Record<string, string> {
  return {
    'cache-control': 'private, no-store',
    // RFC 9110 §11.6.1, RFC 6750 §3.
    ...(code === 'token-unknown' && { 'www-authenticate': 'Bearer error="invalid_token"' }),
    ...(retryAfterSeconds !== null && { 'retry-after': String(retryAfterSeconds) }),
  };
}
