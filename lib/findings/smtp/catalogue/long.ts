import type { Stage } from '@/lib/smtp/session';
import { define, list } from '../../define';
import { stageWords } from './stage-words';

type Long = { hosts: string[]; stage: Stage };

/** Octets of one reply that Exim keeps (smtp_read_response in smtp_out.c, DELIVER_BUFFER_SIZE). */
const KEPT_BY_EXIM = 4096;

const EXIM =
  'Exim keeps 4 kB of one reply and takes a longer one for an error: mail from such senders waits, and is returned after some days.';

const hosts = ['mx1.example.org [192.0.2.25]'];

/** Replies that are longer than they need be. */
export const long = {
  'smtp.long-line': define<Long & { octets: number }>({
    name: 'Reply line too long',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) =>
      `${list(a.hosts)} sent a reply line of ${a.octets} octets ${stageWords(a.stage)} (limit 512)`,
    why: (a) =>
      `This check read it to its end and goes by its code. Many senders cut such a line. ${a.octets > KEPT_BY_EXIM ? EXIM : 'Some may take it for an error.'}`,
    fix: () => 'Shorten the text of this reply: the server, a filter or a policy service writes it.',
    judged: 'A line of a reply has more than 512 octets with its end.',
    refs: ['RFC 5321 §4.5.3.1.5'],
    example: { hosts, stage: 'rcpt', octets: 4400 },
  }),
  'smtp.many-lines': define<Long & { lines: number }>({
    name: 'Reply of very many lines',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${list(a.hosts)} sent a reply of ${a.lines} lines ${stageWords(a.stage)}`,
    why: () => `This check read all of them and shows the first; many senders read on as well. ${EXIM}`,
    fix: () => 'Find what writes so many lines, and let the server answer in a few of them.',
    judged: 'A reply has more than a hundred lines.',
    refs: ['RFC 5321 §4.2.1'],
    example: { hosts, stage: 'ehlo', lines: 5001 },
  }),
};
