import type { Stage } from '@/lib/smtp/session';
import { define, hostsDo, list, unlessElsewhere } from '../../define';
import { openingWords } from './opening';
import { stageWords } from './stage-words';

type Refusal = { hosts: string[]; elsewhere: boolean; reply: string; code: number; enhanced: string };

const hosts = ['mx1.example.org [192.0.2.25]'];

/** Replies and capabilities that are not as SMTP wants them, though understood. */
export const odd = {
  'smtp.bare-line-feed': define<{ hosts: string[]; stage: Stage }>({
    name: 'Lines end with a bare line feed',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${hostsDo(a.hosts, 'ends', 'end')} lines with a bare line feed ${stageWords(a.stage)}`,
    why: () =>
      'Lines end with CR and LF. Most senders take a bare LF too; a strict one waits for the end of the line until its time-out, and the mail comes late or never.',
    fix: () =>
      'Have the program that writes this text end its lines with CR LF; often it is a script or proxy.',
    judged: 'A line of a reply ended with LF without CR.',
    refs: ['RFC 5321 §2.3.8'],
    example: { hosts, stage: 'greeting' },
  }),
  'smtp.parameter-refused': define<{
    hosts: string[];
    elsewhere: boolean;
    parameters: string[];
    reply: string;
  }>({
    name: 'Offered parameter not taken',
    severity: unlessElsewhere,
    side: 'recipient',
    layer: 7,
    permanence: 'permanent',
    title: (a) =>
      `${hostsDo(a.hosts, 'offers', 'offer')} ${list(a.parameters)} and did not take the parameter`,
    why: (a) =>
      `EHLO was answered with an extension whose parameter was then refused: "${a.reply}". This is not about the sender address. Senders that use what is offered get every message back.`,
    fix: () =>
      'Offer only what the server behind can do: often a proxy or filter answers EHLO in the name of another program.',
    headline: (a) =>
      `Rejected permanently: ${list(a.hosts)} did not take a parameter of ${list(a.parameters)}, which EHLO had offered.`,
    plain: () => 'The receiving mail server says that it can do something and then refuses it.',
    judged: 'MAIL FROM with a parameter that EHLO had offered was answered with 555, or with 5yz and 5.5.4.',
    refs: ['RFC 5321 §4.1.1.11', 'RFC 5321 §4.2.3'],
    example: { hosts, elsewhere: false, parameters: ['SIZE'], reply: '555 5.5.4 Unsupported option: SIZE' },
  }),
  'smtp.takes-no-mail': define<Refusal>({
    name: 'Server takes no mail at all',
    severity: unlessElsewhere,
    side: 'recipient',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `${hostsDo(a.hosts, 'takes', 'take')} no mail at all, from nobody`,
    why: (a) =>
      `The greeting was "${a.reply}": 521 says that this host never takes mail, whoever sends it. It is not about the sending address. The domain all the same names it as exchange. ${openingWords('greeting')}`,
    fix: (a) =>
      a.elsewhere
        ? 'On the recipient’s side: remove this host from the MX records.'
        : 'On the recipient’s side: point the MX record at the host that takes mail; a domain without mail publishes a null MX ("MX 0 .") instead.',
    headline: (a) => `Rejected permanently: ${hostsDo(a.hosts, 'takes', 'take')} no mail at all.`,
    plain: () => 'The machine named for the mail of this domain says that it never takes mail.',
    judged: 'The greeting was 521.',
    refs: ['RFC 7504 §3', 'RFC 7505 §3'],
    example: {
      hosts,
      elsewhere: false,
      reply: '521 mx1.example.org does not accept mail',
      code: 521,
      enhanced: '',
    },
  }),
  'smtp.domain-takes-no-mail': define<Refusal & { recipient: string }>({
    name: 'Server says that the domain takes no mail',
    severity: unlessElsewhere,
    side: 'recipient',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `${hostsDo(a.hosts, 'says', 'say')} that the domain of ${a.recipient} takes no mail`,
    why: (a) =>
      `The answer was "${a.reply}". A relay says 556 when it knows that the domain behind it takes no mail, for example by a null MX. Nothing is said about the mailbox. A sending server bounces at once.`,
    fix: () =>
      'On the recipient’s side: compare the MX records that the world sees with those that this server sees. It sees a null MX, or has a routing entry for the domain.',
    headline: (a) => `Rejected permanently by ${list(a.hosts)}: the domain takes no mail.`,
    plain: () => 'The receiving mail server says that this domain takes no mail at all.',
    judged: 'RCPT TO was answered with 556.',
    refs: ['RFC 7504 §4', 'RFC 7505 §4.1'],
    example: {
      hosts,
      elsewhere: false,
      recipient: 'user@example.org',
      enhanced: '5.1.10',
      reply: '556 5.1.10 Domain does not accept mail',
      code: 556,
    },
  }),
  'smtp.smtputf8-missing': define<{ hosts: string[]; elsewhere: boolean; recipient: string; sender: string }>(
    {
      name: 'No addresses beyond ASCII',
      severity: unlessElsewhere,
      side: 'recipient',
      layer: 7,
      permanence: 'permanent',
      title: (a) => `${hostsDo(a.hosts, 'takes', 'take')} no addresses with letters beyond ASCII`,
      why: (a) =>
        `Mail from ${a.sender} to ${a.recipient} needs the extension SMTPUTF8, which is not offered. A sender returns the message without asking for the recipient.`,
      fix: () =>
        'Switch SMTPUTF8 on, on this server and on all behind it, or give the recipient an address in ASCII as well.',
      headline: (a) =>
        `Rejected permanently: ${hostsDo(a.hosts, 'takes', 'take')} no addresses with letters beyond ASCII.`,
      plain: () =>
        'The address has letters that the receiving mail server does not support. Ask the recipient for another address.',
      judged: 'Sender or recipient is not ASCII and the answer to EHLO does not list SMTPUTF8.',
      refs: ['RFC 6531 §3.1', 'RFC 6531 §3.2'],
      example: { hosts, elsewhere: false, recipient: 'jürg@example.org', sender: 'postmaster@example.net' },
    },
  ),
};
