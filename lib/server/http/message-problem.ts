import { MESSAGE_FAULT_WORDS } from '@/lib/message/fault-words';
import { TOO_MUCH_MESSAGE } from '../verbs/read-message';
import { MESSAGES } from './read-hand-over';

const PROBLEM_SAYS = new Map([
  ...Object.entries(MESSAGE_FAULT_WORDS),
  ['too-large', MESSAGES.tooLarge],
  ['too-much', TOO_MUCH_MESSAGE],
  ['too-slow', 'The message did not arrive within a minute. Nothing of it was kept.'],
  ['too-many-reports', 'Too many messages, from one address or in all; try again later.'],
  ['request-invalid', 'The form could not be read. Choose the file again.'],
  ['not-permitted', 'Messages are verified by those who are signed in.'],
]);

/** With what the form of `/message` is led back, in words; null for none. */
export function messageProblem(code: string | string[] | undefined): string | null {
  return typeof code === 'string' ? (PROBLEM_SAYS.get(code) ?? 'It could not be verified.') : null;
}
