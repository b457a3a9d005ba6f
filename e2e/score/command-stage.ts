import type { Stage } from '@/lib/smtp/session';

/** SMTP commands as the sets name them; DATA is either the command or, mostly, what follows the message. */
const STAGES: ReadonlyMap<string, readonly Stage[]> = new Map([
  ['CONN', ['connect', 'greeting']],
  ['HELO', ['ehlo', 'greeting']],
  ['EHLO', ['ehlo', 'greeting']],
  ['STARTTLS', ['starttls', 'tls']],
  ['MAIL', ['mail']],
  ['RCPT', ['rcpt']],
  ['DATA', ['message', 'data']],
  ['QUIT', ['quit']],
]);

/** The stages a command may stand for, the likeliest first; none for a word that is no command. */
export function stagesOf(command: string): readonly Stage[] {
  return STAGES.get(command.toUpperCase()) ?? [];
}
