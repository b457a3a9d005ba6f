import { LANGUAGES } from './languages';

/** Whether a subject tells of a mail that was not delivered. */
export function isFailureSubject(subject: string): boolean {
  const short = subject.slice(0, 400).replace(/["“][^"”]{0,200}["”]/g, ' '); // what is quoted is another's
  return LANGUAGES.some(({ failureSubjects }) => failureSubjects.some((pattern) => pattern.test(short)));
}
