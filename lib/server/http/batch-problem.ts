import { MAX_LIST_OCTETS, MAX_TARGETS } from '@/lib/batch/limits';

const PROBLEM_SAYS = new Map([
  ['empty', 'The list is empty: write one target a line, or choose a file.'],
  [
    'no-targets',
    'No line of the list is a target: a target is a domain, a mailbox or an address in brackets.',
  ],
  [
    'too-many',
    `The list has more than ${MAX_TARGETS.toLocaleString('en')} different lines. Nothing of it was started; cut it into several.`,
  ],
  [
    'too-large',
    `A list may have at most ${Math.floor(MAX_LIST_OCTETS / 1024 / 1024)} MB. Nothing of it was started; cut it into several.`,
  ],
  ['too-slow', 'The list did not arrive within a minute. Nothing of it was started.'],
  ['too-many-batches', 'Ten of your batches have not ended yet; stop one, or wait until one is done.'],
  ['too-many-reports', 'Others are handing over as much as there is room for; try again in 30 seconds.'],
  ['request-invalid', 'The form could not be read. Choose the file again.'],
  [
    'not-permitted',
    'A batch is started by those who are signed in, and goes as far as the greeting unless an admin starts it.',
  ],
]);

/** With what the form of `/batch` is led back, in words; null for none. */
export function batchProblem(code: string | string[] | undefined): string | null {
  return typeof code === 'string' ? (PROBLEM_SAYS.get(code) ?? 'The batch could not be started.') : null;
}
