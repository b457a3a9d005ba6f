import { addressesIn, isMailSystem } from '@/lib/mail/address';
import type { Notice } from '@/lib/notice/notice';
import { parseHelo, parseSender } from '@/lib/target/wire-name';

/** With what the failed delivery would be repeated: a notice goes to the sender, and its writer is who said EHLO. */
export function suggestedCheck({ to, returned, reportingHost }: Notice): {
  sender: string;
  helo: string;
} {
  const senders = [to, returned?.from ?? null].flatMap((field) => addressesIn(field ?? ''));
  const sender = senders.find((one) => !isMailSystem(one) && parseSender(one).ok);
  const helo =
    reportingHost !== null && reportingHost.includes('.') && parseHelo(reportingHost).ok ? reportingHost : '';
  return { sender: sender ?? '', helo };
}
