import type { Stage } from '@/lib/smtp/session';

/** Stages before any mail is named: what is refused there is the host, and each sender concludes something else from it. */
type Opening = Extract<Stage, 'greeting' | 'ehlo'>;

export function isOpening(stage: string | null): stage is Opening {
  return stage === 'greeting' || stage === 'ehlo';
}

/** What senders do after a 5yz reply there: Postfix by smtp_skip_5xx_greeting, for Exim it is an error of the host. */
export function openingWords(stage: Opening): string {
  return stage === 'greeting'
    ? 'Postfix and Exim try the next mail server, keep the message when there is none, and return it after a few days. Some other senders return it at once.'
    : 'Postfix returns the message at once. Exim tries the next mail server, keeps the message when there is none, and returns it after a few days.';
}
