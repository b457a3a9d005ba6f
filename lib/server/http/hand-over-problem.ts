import { MAILS } from './read-hand-over';

const PROBLEM_SAYS = new Map([
  ['request-invalid', 'There is nothing in it: paste a message, or choose a file.'],
  ['too-large', MAILS.tooLarge],
  ['too-many-reports', 'Too many messages, from one address or in all; try again later.'],
  ['one-line', 'A field of one line cannot hold a message. Paste it here.'],
]);

/** What a form is led back with, in words; null for none. */
export function handOverProblem(code: string | string[] | undefined): string | null {
  return typeof code === 'string' ? (PROBLEM_SAYS.get(code) ?? 'It could not be read.') : null;
}
