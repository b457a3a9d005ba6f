import type { Stage } from '@/lib/smtp/session';
import { define, hostsDo, list } from '../../define';
import { stageWords } from './stage-words';

const hosts = ['mx1.example.org [192.0.2.25]'];

/** Seconds of a session from which a sender with much mail notices it. */
const NOTICED_S = 5;

const NOTICED =
  'Mail arrives, later: senders give up only after some minutes without a reply. One with much mail for this server delivers it slowly, and fills its queue.';

const UNNOTICED =
  'Mail arrives: senders give up only after some minutes without a reply. Whether the server, the way to it or the machine that checks was slow, so short a wait does not tell.';

/** Replies that came, late. */
export const slow = {
  'smtp.slow': define<{ hosts: string[]; seconds: number; stages: Stage[]; waits: string[] }>({
    name: 'Slow in all',
    severity: (a) => (a.seconds >= NOTICED_S ? 'notice' : 'info'),
    side: 'unknown',
    layer: 7,
    permanence: null,
    title: (a) => `${list(a.hosts)}: senders wait ${a.hosts.length > 1 ? 'up to ' : ''}${a.seconds} s in all`,
    why: (a) =>
      `The longest waits: ${list(a.stages.map((stage, index) => `${a.waits[index] ?? ''} ${stageWords(stage)}`))}. ${a.seconds >= NOTICED_S ? NOTICED : UNNOTICED}`,
    fix: () =>
      'On the recipient’s side: find in the mail server’s log what was waited for: name look-ups, blocklists, a directory, or a delay that is meant. A long way between the two networks adds to each stage.',
    judged: 'A stage of the session took a second or more, or all of them together five.',
    refs: ['RFC 5321 §4.5.3.2'],
    example: { hosts, seconds: 7.4, stages: ['rcpt', 'greeting'], waits: ['4.1 s', '2.6 s'] },
  }),
  'smtp.slow-greeting': define<{ hosts: string[]; seconds: number; teaser: string }>({
    name: 'Slow greeting',
    severity: (a) => (a.teaser === '' ? 'notice' : 'info'),
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${hostsDo(a.hosts, 'greets', 'greet')} only after ${a.seconds} s`,
    why: (a) =>
      `Often meant: it keeps away senders that do not wait. ${a.teaser === '' ? '' : `"${a.teaser}" came first and the rest after a pause, a trap for programs that talk before the greeting is over. `}mxproof never speaks first, and neither do real mail servers: they wait up to five minutes, so mail arrives, later.`,
    fix: () =>
      'If it is not meant: look for DNS look-ups or blocklist queries that time out before the greeting.',
    judged:
      'The greeting was whole five seconds or more after the connection, or came in two parts with a second between them.',
    refs: ['RFC 5321 §4.5.3.2.1', 'RFC 5321 §4.3.1'],
    example: { hosts, seconds: 22, teaser: '220-mx1.example.org ESMTP' },
  }),
  'smtp.slow-reply': define<{ hosts: string[]; stage: Stage; seconds: number }>({
    name: 'Slow reply',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${list(a.hosts)} took ${a.seconds} s to answer ${stageWords(a.stage)}`,
    why: () =>
      'Senders give up only after some minutes without a reply, so mail arrives, later. It is often meant, to slow down senders of spam. Otherwise a look-up or a service behind the server is near its time-out, and fails when it gets a little slower.',
    fix: () =>
      'If it is not meant: find in the log what was waited for: name look-ups, blocklists, directory or policy service.',
    judged: 'A reply other than the greeting and the acceptance of a message came after ten seconds or more.',
    refs: ['RFC 5321 §4.5.3.2'],
    example: { hosts, stage: 'rcpt', seconds: 18 },
  }),
  'smtp.slow-final-dot': define<{ hosts: string[]; seconds: number }>({
    name: 'Slow after the final dot',
    severity: (a) => (a.seconds >= 60 ? 'warning' : 'notice'),
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${list(a.hosts)} took the message only ${a.seconds} s after its final dot`,
    why: () =>
      'The message is scanned while the sender waits. Senders should wait ten minutes here, and many wait less: one that gives up before the answer sends the message again although it was taken, and it arrives twice.',
    fix: () =>
      'Make the content filter faster, or let it work after the message was taken: the final dot should be answered at once.',
    judged: 'The final dot was answered with 2yz after ten seconds or more; from sixty on it is a warning.',
    refs: ['RFC 5321 §4.5.3.2.6', 'RFC 5321 §6.1'],
    example: { hosts, seconds: 41 },
  }),
};
