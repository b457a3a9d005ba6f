import type { Stage } from '@/lib/smtp/session';
import { define, hostsDo, it, list, unlessElsewhere } from '../../define';
import { stageWords } from './stage-words';

type Cut = { hosts: string[]; elsewhere: boolean };

const hosts = ['mx1.example.org [192.0.2.25]'];

/** What silence and hanging up mean at one stage, and where to look. */
interface StageMeaning {
  /** Sentences about “It” or “Each”. */
  silent: (subject: string) => string;
  closed: (subject: string) => string;
  fix: string;
  /** How long senders wait here at least, and where RFC 5321 says so; null: it names no time. */
  patience: { minutes: number; section: string } | null;
}

const STAGES: Readonly<Partial<Record<Stage, StageMeaning>>> = {
  greeting: {
    silent: () =>
      'The connection stands, so way and port are right. The server may be overloaded, wait for a look-up of the sender’s name, or hold back on purpose; a firewall may also answer in its place.',
    closed: () =>
      'The connection was made and ended before a word was said. Often it is a limit on connections, an access rule about the sending address, or a load balancer without a server behind it.',
    fix: 'On the recipient’s side: look for access rules and limits that go by address, and for look-ups of names and blocklists that time out. On the sender’s side: check that the sending address has a reverse name that answers.',
    patience: { minutes: 5, section: '§4.5.3.2.1' },
  },
  ehlo: {
    silent: (subject) =>
      `${subject} greeted, heard the sender’s name in EHLO, and said nothing more. Common causes: a look-up of that name that does not answer, or an SMTP inspection on the way that lets only the greeting through.`,
    closed: (subject) =>
      `${subject} greeted, heard the sender’s name in EHLO, and hung up. Common causes: a rule about that name, or an SMTP inspection on the way that knows only HELO.`,
    fix: 'On the sender’s side: check that the name said in EHLO exists in DNS and leads to the sending address. On the recipient’s side: look for rules about HELO names, and switch off SMTP inspection in firewalls.',
    patience: null,
  },
  starttls: {
    silent: (subject) =>
      `${subject} offered STARTTLS and did not answer the command. Often a TLS proxy before it does not run.`,
    closed: (subject) =>
      `${subject} offered STARTTLS and hung up on the command. Often certificate or key cannot be read.`,
    fix: 'On the recipient’s side: look into the log for errors about certificate, key or TLS proxy.',
    patience: null,
  },
  tls: {
    silent: () => 'Nothing came after the handshake was agreed.',
    closed: () => 'The connection ended between the reply to STARTTLS and the handshake.',
    fix: 'On the recipient’s side: look into the log for errors about certificate, key or TLS proxy.',
    patience: null,
  },
  mail: {
    silent: (subject) =>
      `${subject} knows the sender’s name and now heard the sender address. Probably it is looking up the sender domain (address, MX, SPF), or asking a policy service that does not answer.`,
    closed: (subject) =>
      `${subject} hung up when it heard the sender address. A rule about the sender or its domain, or a policy service that crashed; a server that means it says so with a 5yz reply.`,
    fix: 'On the sender’s side: check that the name servers of the sender domain answer. On the recipient’s side: look into the log for the sender look-up or policy service that was waited for.',
    patience: { minutes: 5, section: '§4.5.3.2.2' },
  },
  rcpt: {
    silent: (subject) =>
      `${subject} accepted the sender and did not answer the recipient. Here servers ask most: the directory of mailboxes, the server behind them, greylisting, blocklists. One of those does not answer.`,
    closed: (subject) =>
      `${subject} hung up when it heard the recipient. Often the directory, the policy service or the server behind it failed; nothing is said about the mailbox.`,
    fix: 'On the recipient’s side: find in the log which look-up for this recipient was waited for (directory, call-out to the final server, policy service, blocklist).',
    patience: { minutes: 5, section: '§4.5.3.2.3' },
  },
  data: {
    silent: () =>
      'Sender and recipient were accepted; then DATA was not answered. Usually storage, or the filter or server behind it that the message is to go through, is not ready.',
    closed: () =>
      'Sender and recipient were accepted; on DATA it hung up. Usually the filter or server behind it cannot be reached, or the disk for the queue is full.',
    fix: 'On the recipient’s side: check the disk of the queue, and the content filter or next server that mail is passed through.',
    patience: { minutes: 2, section: '§4.5.3.2.4' },
  },
  message: {
    silent: () =>
      'The whole message was handed over and its final dot not answered. Content scanning takes long. Whether the message was taken is not known: a sender that gives up must send it again, and then it can arrive twice.',
    closed: () =>
      'The whole message was handed over; on its final dot the server hung up. Whether the message was taken is not known: senders must send it again, and then it can arrive twice. A content filter that crashes on a message does this too, and then the same message fails each time.',
    fix: 'On the recipient’s side: search log and queue for this message at the time shown here, and make the content filter faster or let it work after the message was taken. Before sending again, ask whether it arrived.',
    patience: { minutes: 10, section: '§4.5.3.2.6' },
  },
};

const NO_STAGE: StageMeaning = {
  silent: () => 'The session had begun normally; then no reply came.',
  closed: () => 'The session had begun normally; then the connection was ended.',
  fix: 'On the recipient’s side: look into the log at the time shown here.',
  patience: null,
};

function at(stage: Stage): StageMeaning {
  return STAGES[stage] ?? NO_STAGE;
}

function patienceWords(stage: Stage, seconds: number): string {
  const { patience } = at(stage);
  if (patience === null) return `This check waited ${seconds} s.`;
  return `This check waited ${seconds} s; senders should wait ${patience.minutes} minutes here (RFC 5321 ${patience.section}).`;
}

/** After TLS the dialogue begins anew, so an end there is another matter than at the first EHLO. */
const UNDER_TLS =
  'TLS was set up, and the session ended inside it. The mail server behind the TLS layer often cannot be reached then, or fails when the dialogue begins anew. Senders such as Postfix come back without TLS.';

interface Begun {
  hosts: readonly string[];
  /** What the first of the hosts had said of a reply. */
  begun: string;
}

/** Part of a reply, and then nothing: something is alive there. */
function begunWords({ hosts, begun }: Begun): string {
  const speaker = hosts.length === 1 ? 'It' : (hosts[0] ?? '');
  return begun.endsWith('\\x0d')
    ? `${speaker} said "${begun}", with a bare CR at the end. Lines end with CR and LF, so nobody can know that this one is over.`
    : `${speaker} began to answer with "${begun}" and had not finished: line after line comes without the last one, a line has no end, or packets are lost on the way.`;
}

const UNENDED_LINE =
  'On the recipient’s side: have the program that writes this answer end its lines with CR LF (RFC 5321 §2.3.8).';
const UNENDED_REPLY =
  'On the recipient’s side: check that whatever writes this answer ends it with a line that has a space after the code. If it does, compare from another network: packets may be lost on the way.';

/** Why nothing came, or not all of it. */
function silenceWords(stage: Stage, said: Begun): string {
  const silent = at(stage).silent(it(said.hosts));
  if (said.begun === '') return silent;
  return stage === 'message' ? `${begunWords(said)} ${silent}` : begunWords(said);
}

function silenceFix(stage: Stage, begun: string): string {
  if (begun === '') return at(stage).fix;
  const ends = begun.endsWith('\\x0d') ? UNENDED_LINE : UNENDED_REPLY;
  return stage === 'message' ? `${ends} ${at(stage).fix}` : ends;
}

interface Closing extends Begun {
  stage: Stage;
  wasReset: boolean;
  underTls: boolean;
}

function closingWords({ stage, begun, wasReset, underTls }: Closing): string {
  const what = `${wasReset ? 'reset' : 'closed'} the connection`;
  if (stage === 'greeting')
    return begun === '' ? `${what} before the greeting` : `${what} in the middle of the greeting`;
  const when = begun === '' ? 'without a reply' : 'in the middle of a reply';
  return `${what} ${stageWords(stage)}${underTls ? ' inside TLS' : ''} ${when}`;
}

function closedWords({ stage, hosts, begun, underTls }: Closing): string {
  if (begun !== '')
    return `${hosts.length === 1 ? 'It' : (hosts[0] ?? '')} had begun to answer with "${begun}".`;
  return underTls ? UNDER_TLS : at(stage).closed(it(hosts));
}

function saidWords({ hosts, said }: { hosts: readonly string[]; said: string }): string {
  if (said === '') return 'What came back';
  return hosts.length === 1
    ? `What came back, "${said}",`
    : `What came back, from ${hosts[0] ?? ''} "${said}",`;
}

const PREGREET =
  'Often something that screens connections says the first line, and the mail server behind it does not follow. A pause there is also a trap for programs that talk before the greeting is over; mxproof never speaks first.';

/** Sessions that ended without a reply, or with something that is none. */
export const cutOff = {
  'smtp.silent-greeting': define<Cut & { seconds: number; begun: string }>({
    name: 'No greeting',
    severity: unlessElsewhere,
    side: 'unknown',
    layer: 7,
    permanence: 'temporary',
    title: (a) =>
      a.begun === ''
        ? `${hostsDo(a.hosts, 'accepts the connection and does', 'accept the connection and do')} not greet within ${a.seconds} s`
        : `${hostsDo(a.hosts, 'begins to greet and does', 'begin to greet and do')} not finish within ${a.seconds} s`,
    why: (a) =>
      `${silenceWords('greeting', a)} ${a.begun === '' || a.begun.endsWith('\\x0d') ? '' : `${PREGREET} `}${patienceWords('greeting', a.seconds)}`,
    fix: (a) =>
      a.begun === ''
        ? at('greeting').fix
        : a.begun.endsWith('\\x0d')
          ? 'On the recipient’s side: have the program that greets end its line with CR LF (RFC 5321 §2.3.8).'
          : 'On the recipient’s side: look whether the mail server behind the screening has processes left, and whether a look-up there times out. Run the check again with a longer greeting time-out to see whether the greeting comes in the end.',
    headline: (a) =>
      a.begun === ''
        ? `Deferred: ${hostsDo(a.hosts, 'accepts the connection but does', 'accept the connection but do')} not greet.`
        : `Deferred: ${hostsDo(a.hosts, 'begins to greet but does', 'begin to greet but do')} not finish.`,
    plain: () => `The receiving mail server picks up but does not say what it should.`,
    judged: 'The TCP connection was made and no whole greeting came within the greeting time-out.',
    refs: ['RFC 5321 §4.5.3.2.1'],
    example: { hosts, elsewhere: false, seconds: 60, begun: '' },
  }),
  'smtp.silent': define<Cut & { stage: Stage; seconds: number; begun: string }>({
    name: 'No reply to a command',
    severity: unlessElsewhere,
    side: 'unknown',
    layer: 7,
    permanence: 'temporary',
    title: (a) =>
      a.begun === ''
        ? `${list(a.hosts)} fell silent ${stageWords(a.stage)}, for ${a.seconds} s`
        : `${list(a.hosts)} began to answer ${stageWords(a.stage)} and had not finished after ${a.seconds} s`,
    why: (a) => `${silenceWords(a.stage, a)} ${patienceWords(a.stage, a.seconds)}`,
    fix: (a) => silenceFix(a.stage, a.begun),
    headline: (a) =>
      a.begun === ''
        ? `Deferred: ${list(a.hosts)} fell silent ${stageWords(a.stage)}.`
        : `Deferred: ${list(a.hosts)} did not finish its answer ${stageWords(a.stage)} within ${a.seconds} s.`,
    plain: (a) =>
      a.stage === 'message'
        ? 'The receiving mail server took the whole message and did not confirm it.'
        : `The receiving mail server did not answer in time in the middle of the conversation.`,
    judged: 'No whole reply came within the reply time-out, after the greeting.',
    refs: ['RFC 5321 §4.5.3.2', 'RFC 5321 §6.1'],
    example: { hosts, elsewhere: false, stage: 'rcpt', seconds: 60, begun: '' },
  }),
  'smtp.closed': define<Cut & { stage: Stage; wasReset: boolean; begun: string; underTls: boolean }>({
    name: 'Connection closed without a reply',
    severity: unlessElsewhere,
    side: 'unknown',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `${list(a.hosts)} ${closingWords(a)}`,
    why: (a) =>
      `${closedWords(a)} ${a.wasReset ? 'The reset shows that a program ended at once or that something in between broke the connection.' : 'A server that wants to end a session says 421 first.'}`,
    fix: (a) =>
      a.underTls
        ? 'On the recipient’s side: look into the log of the mail server and of the TLS proxy before it, at the time shown here.'
        : `${at(a.stage).fix} Look also into the logs of any firewall or proxy before the server.`,
    headline: (a) => `Deferred: ${list(a.hosts)} ${closingWords(a)}.`,
    plain: (a) =>
      a.stage === 'message'
        ? 'The receiving mail server took the whole message and hung up without confirming it.'
        : `The receiving mail server hung up ${a.stage === 'greeting' ? 'before the conversation began' : 'in the middle of the conversation'}.`,
    judged: 'The connection was closed or reset after it was made, before the session was over.',
    refs: ['RFC 5321 §3.8'],
    example: { hosts, elsewhere: false, stage: 'mail', wasReset: false, begun: '', underTls: false },
  }),
  'smtp.too-much': define<Cut & { stage: Stage; detail: string }>({
    name: 'Reply beyond what is read',
    severity: unlessElsewhere,
    side: 'unknown',
    layer: 7,
    permanence: null,
    title: (a) => `${hostsDo(a.hosts, 'says', 'say')} more ${stageWords(a.stage)} than this check reads`,
    why: (a) =>
      `It was ${a.detail}. This check stops there, and a sender may go on or give up: what comes of the mail is not known.`,
    fix: () =>
      'On the recipient’s side: find out why the server says so much, and let it answer in a few lines.',
    headline: (a) =>
      `Not known: ${hostsDo(a.hosts, 'says', 'say')} more ${stageWords(a.stage)} than this check reads.`,
    plain: () =>
      'The receiving mail server says far more than it should, and this check stopped reading. Whether mail gets in is not known.',
    judged: 'A limit of this check on what is read in one session was reached.',
    refs: ['RFC 5321 §4.5.3.1.5'],
    example: { hosts, elsewhere: false, stage: 'ehlo', detail: 'more than 1048576 octets in one session' },
  }),
  'smtp.protocol-error': define<Cut & { stage: Stage; detail: string; said: string }>({
    name: 'Reply that is not SMTP',
    severity: unlessElsewhere,
    side: 'recipient',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `${hostsDo(a.hosts, 'does', 'do')} not speak SMTP ${stageWords(a.stage)}: ${a.detail}`,
    why: (a) =>
      `${saidWords(a)} is not what SMTP has as a reply there, so no sender can go on. ${a.stage === 'greeting' ? 'Another service may listen on the port, or something in between alters the traffic.' : 'The session had begun as SMTP, so it is the server, a filter before it, or something in between that breaks its replies.'}`,
    fix: (a) =>
      a.stage === 'greeting'
        ? 'Check which program listens on the port, and take devices that inspect SMTP out of the way.'
        : 'Find what wrote this reply: the server, a policy service whose text it passes on, or a proxy. Take devices that inspect SMTP out of the way.',
    headline: (a) =>
      `Deferred: ${hostsDo(a.hosts, 'does', 'do')} not speak SMTP ${stageWords(a.stage)}: ${a.detail}.`,
    plain: () => `What answers at the recipient’s side does not behave like a mail server.`,
    judged: 'The bytes received break the grammar of replies.',
    refs: ['RFC 5321 §4.2'],
    example: {
      hosts,
      elsewhere: false,
      stage: 'greeting',
      detail: 'a line does not begin with a reply code and a space or hyphen',
      said: 'SSH-2.0-OpenSSH_9.2p1',
    },
  }),
  'smtp.out-of-step': define<{ hosts: string[]; stage: Stage; reply: string }>({
    name: 'Reply that nobody asked for',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${list(a.hosts)} sent a reply that nobody had asked for, ${stageWords(a.stage)}`,
    why: (a) =>
      `"${a.reply}" came before the command that it would have answered. mxproof set it aside. Other senders take it for the answer to their next command, and every later one for that of the command after. A recipient that was refused then looks accepted, and the message is refused or lost without a visible reason.`,
    fix: () =>
      'Find what sends a second reply. It may be a greeting of several lines without the hyphen after the code, a proxy that answers beside the server, or a filter that replies again.',
    judged:
      'A whole reply, other than 421, was there before the next command was said, or QUIT was answered with a reply that belongs elsewhere.',
    refs: ['RFC 5321 §4.2', 'RFC 5321 §4.1.1'],
    example: { hosts, stage: 'greeting', reply: '220 Welcome to the mail service' },
  }),
  'smtp.contradicts-itself': define<Cut & { stage: Stage; reply: string }>({
    name: 'Accepted, then refused',
    severity: unlessElsewhere,
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${list(a.hosts)} accepted, and then refused without being asked: ${a.reply}`,
    why: (a) =>
      `Every command was accepted; then "${a.reply}" came ${stageWords(a.stage)}, where nothing was left to answer. Senders take it for the answer to their next command, so most of them would return the message; whether the server itself would have taken it is not known.`,
    fix: () =>
      'Find which program sends the second reply: a proxy or filter that answers first, and the server behind it that answers again. Only one of them may speak.',
    headline: (a) => `Not known: ${list(a.hosts)} accepted, and then refused without being asked.`,
    plain: () =>
      'The receiving mail server says yes and then no to the same question. Whether mail arrives cannot be told.',
    judged: 'Every command was accepted, and a reply of 4yz or 5yz came that nobody had asked for.',
    refs: ['RFC 5321 §4.2', 'RFC 5321 §4.1.1.10'],
    example: { hosts, elsewhere: false, stage: 'rcpt', reply: '550 5.1.1 User unknown' },
  }),
};
