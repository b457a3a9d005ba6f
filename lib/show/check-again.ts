import type { CheckSummary } from '@/lib/report/summary';

/**
 * What is worth another check of a domain, newest first of what is known: the mailbox whose mail did not arrive, or the one that was asked for
 * last; and the domain itself, by its postmaster.
 */
export function checkAgain(domain: string, checks: readonly CheckSummary[]): string[] {
  const mailboxes = checks.filter(({ target }) => target.mailbox !== undefined);
  const failed = mailboxes.find(({ verdict }) => verdict !== null && verdict.outcome !== 'accepted');
  const mailbox = (failed ?? mailboxes[0])?.target.mailbox;
  return mailbox === undefined ? [domain] : [mailbox, domain];
}
