import { UNREADABLE_WORDS } from '@/lib/verify/unreadable-words';
import { UnreadableReason } from '@/lib/verify/verification';
import { TOO_MUCH } from '../verbs/verify';
import { REPORTS } from './read-hand-over';

const PROBLEM_SAYS = new Map([
  ['too-large', REPORTS.tooLarge],
  ['too-much', TOO_MUCH],
  ['too-slow', 'The file did not arrive within a minute. Nothing of it was kept.'],
  ['too-many-verifications', 'Too many reports from one address; try again in a minute.'],
  ['too-many-reports', 'Others are handing over as much as there is room for; try again in 30 seconds.'],
  ['request-invalid', 'The form could not be read. Choose the file again.'],
  ['not-permitted', 'Reports are verified by those who are signed in.'],
]);

/** With what the form of `/verify` is led back, in words; null for none. */
export function verifyProblem(code: string | string[] | undefined): string | null {
  if (typeof code !== 'string') return null;
  const reason = UnreadableReason.safeParse(code).data;
  return reason === undefined
    ? (PROBLEM_SAYS.get(code) ?? 'It could not be verified.')
    : UNREADABLE_WORDS[reason];
}
