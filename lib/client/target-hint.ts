import type { Result } from '@/lib/result';

/** What is said beside the field while a person types. */
export type TargetHint =
  | { kind: 'empty' }
  | { kind: 'understood'; say: string }
  | { kind: 'unfinished'; say: string }
  | { kind: 'wrong'; say: string; before: string; part: string; after: string };

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
  return {
    kind: 'wrong',
    say,
    before: input.slice(0, at),
    part: input.slice(at, end),
    after: input.slice(end),
  };
}

function understoodWords({ kind, domain, domainUnicode }: Understood): string {
  const wire = domain === domainUnicode ? '' : ` (${domain} on the wire)`;
  if (kind === 'mailbox')
    return `A mailbox at ${domainUnicode}${wire}: its exchanges will be asked for this recipient.`;
  if (kind === 'literal') return `An address: DNS is not asked, the server at ${domainUnicode} is.`;
  return `A domain${wire}: its exchanges will be asked for postmaster.`;
}
