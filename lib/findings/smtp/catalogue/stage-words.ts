import type { Stage } from '@/lib/smtp/session';

const WORDS: Readonly<Record<Stage, string>> = {
  connect: 'while connecting',
  greeting: 'in the greeting',
  ehlo: 'at EHLO',
  starttls: 'at STARTTLS',
  tls: 'in the TLS handshake',
  mail: 'at MAIL FROM',
  rcpt: 'at RCPT TO',
  data: 'at DATA',
  message: 'after the message',
  control: 'in the controls',
  quit: 'at QUIT',
};

/** How each stage is called in a sentence. */
export function stageWords(stage: Stage): string {
  return WORDS[stage];
}
