import type { Result } from '@/lib/result';

/** What is said below the field while a person types. */
export type TargetHint =
  | { kind: 'empty' }
  | { kind: 'understood' | 'unfinished'; say: string }
  | ({ kind: 'wrong'; say: string } & MarkedInput);

/** The input with the part that is to blame; all empty when none is. */
interface MarkedInput {
  before: string;
  /** A white space that cannot be seen is written as `␣`. */
  part: string;
  after: string;
}

interface Understood {
  kind: 'domain' | 'mailbox' | 'literal';
  domain: string;
  domainUnicode: string;
}

interface Misread {
  say: string;
  at: number;
  length: number;
}

/**
 * What to say about an input. A problem at the very end of what is still being typed is not yet a mistake; anything
 * else is shown with the part marked.
 */
export function targetHint(
  input: string,
  parsed: Result<Understood, Misread>,
  isTyping: boolean,
): TargetHint {
  if (input.trim() === '') return { kind: 'empty' };
  if (parsed.ok) return { kind: 'understood', say: understoodWords(parsed.value) };
  const { say, at, length } = parsed.problem;
  const end = Math.min(input.length, at + length);
  if (isTyping && end >= input.length && at + 1 >= input.length) return { kind: 'unfinished', say };
  return { kind: 'wrong', say, ...marked(input, at, end) };
}

/** Why an input was refused; `at` is null when no part of it is to blame. */
export function refusedHint({ say, input, at, length }: Refusal): TargetHint {
  return { kind: 'wrong', say, ...(at === null ? UNMARKED : marked(input, at, at + length)) };
}

interface Refusal {
  say: string;
  input: string;
  at: number | null;
  length: number;
}

export const UNMARKED: MarkedInput = { before: '', part: '', after: '' };

function marked(input: string, at: number, end: number): MarkedInput {
  const part = input.slice(at, end);
  return { before: input.slice(0, at), part: part.trim() === '' ? '␣' : part, after: input.slice(end) };
}

function understoodWords({ kind, domain, domainUnicode }: Understood): string {
  const wire = domain === domainUnicode ? '' : ` (${domain} on the wire)`;
  if (kind === 'mailbox')
    return `A mailbox at ${domainUnicode}${wire}: its exchanges will be asked for this recipient.`;
  if (kind === 'literal') return `An address: DNS is not asked, the server at ${domainUnicode} is.`;
  return `A domain${wire}: its exchanges will be asked for postmaster.`;
}
