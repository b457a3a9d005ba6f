import type { MailTry } from '@/lib/report/mail-try';

/**
 * What is worth another check of a domain, by its tries from the newest on: the mailbox that failed last and has not been accepted
 * since, or the one that was asked for last; and the domain itself, by its postmaster.
 */
export function checkAgain(domain: string, tries: readonly MailTry[]): string[] {
  const known = tries.filter(({ isFailed }) => isFailed !== null);
  const failed = known.find(
    ({ mailbox, isFailed }) => isFailed && known.find((one) => one.mailbox === mailbox)?.isFailed,
  );
  const mailbox = (failed ?? tries[0])?.mailbox;
  return mailbox === undefined ? [domain] : [mailbox, domain];
}
