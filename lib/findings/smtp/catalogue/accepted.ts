import { define, hostsDo, list } from '../../define';

type Hosts = { hosts: string[] };

/** What the control "random" came to; empty when it was not asked, or not answered alike. */
type Unknowns = 'accepted' | 'refused' | '';

type Accepted = Hosts & {
  recipient: string;
  /** The reply where it is 251 or 252; else empty (RFC 5321 §4.2.3). */
  reply: string;
  /** Where 251 says that the mail goes on to; else empty. */
  forwardedTo: string;
  unknowns: Unknowns;
};

/** What 251 and 252 say beside acceptance. */
function unusualWords({ reply, forwardedTo }: Accepted): string {
  if (reply.startsWith('251'))
    return ` The server forwards the mail${forwardedTo === '' ? '' : ` to ${forwardedTo}`}.`;
  return reply.startsWith('252')
    ? ' The server could not verify the recipient, so acceptance proves less.'
    : '';
}

const UNKNOWNS: Readonly<Record<Unknowns, string>> = {
  accepted: 'Any name before the @ is taken, so acceptance proves nothing about the mailbox.',
  refused: 'A name that was made up is refused, so this one is known.',
  '': 'Some servers take any name before the @ and return the mail later, so acceptance alone does not prove that the mailbox exists. The control "random" tells.',
};

/** Sessions that went as a sender wishes, and things worth knowing about them. */
export const accepted = {
  'smtp.accepted': define<Accepted>({
    name: 'Mailbox accepted',
    severity: 'ok',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `${list(a.hosts)} would take mail for ${a.recipient}`,
    why: (a) =>
      `Sender and recipient were accepted${a.reply === '' ? '' : `, with "${a.reply}"`}.${unusualWords(a)} ${UNKNOWNS[a.unknowns]} The check stopped there: nothing was sent, and content filtering or a later bounce were not tested.`,
    fix: () => '',
    headline: (a) => `Accepted: ${hostsDo(a.hosts, 'takes', 'take')} mail for ${a.recipient}.`,
    plain: (a) =>
      `The receiving mail server is reachable and is ready to take mail for ${a.recipient}.${unusualWords(a)}${a.unknowns === 'accepted' ? ` ${UNKNOWNS.accepted}` : ''} Whether a filter would object to a certain message was not tested.`,
    judged: 'RCPT TO was answered with 2yz.',
    refs: ['RFC 5321 §3.3'],
    example: {
      hosts: ['mx1.example.org [192.0.2.25]'],
      recipient: 'user@example.org',
      reply: '',
      forwardedTo: '',
      unknowns: '',
    },
  }),
  'smtp.greeting-ok': define<Hosts>({
    name: 'Greeting and EHLO in order',
    severity: 'ok',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `${hostsDo(a.hosts, 'greets and answers', 'greet and answer')} EHLO`,
    why: () => 'The check was asked to stop there: no sender and no recipient were named.',
    fix: () => '',
    headline: (a) =>
      `Accepted as far as tested: ${hostsDo(a.hosts, 'greets', 'greet')}; no recipient was named.`,
    plain: () =>
      'The receiving mail server is reachable. Whether it takes mail for a certain address was not tested.',
    judged: 'Greeting and EHLO were answered with 2yz at depth "greeting".',
    refs: ['RFC 5321 §3.1'],
    example: { hosts: ['mx1.example.org [192.0.2.25]'] },
  }),
  'smtp.message-accepted': define<Hosts & { recipient: string; queueId: string }>({
    name: 'Message accepted',
    severity: 'ok',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) =>
      `${list(a.hosts)} took the message${a.queueId === '' ? '' : ` and filed it as ${a.queueId}`}`,
    why: (a) =>
      a.queueId === ''
        ? 'The final dot was answered with 250: the server is now responsible for the message. It named no queue id.'
        : `The final dot was answered with 250: the server is now responsible for the message. Its administrator finds it in the log by ${a.queueId}.`,
    fix: () => '',
    headline: (a) =>
      `Accepted: ${list(a.hosts)} took the message for ${a.recipient}${a.queueId === '' ? '' : ` as ${a.queueId}`}.`,
    plain: (a) =>
      `The test message for ${a.recipient} was handed over and the receiving server confirmed it. It was a small message; larger ones were not tried.`,
    judged: 'The final dot was answered with 2yz.',
    refs: ['RFC 5321 §4.2.5'],
    example: {
      hosts: ['mx1.example.org [192.0.2.25]'],
      recipient: 'user@example.org',
      queueId: '4bT2kq1xyz',
    },
  }),
  'smtp.helo-only': define<Hosts & { reply: string }>({
    name: 'Only HELO',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${hostsDo(a.hosts, 'knows', 'know')} only HELO: no encryption, no extensions`,
    why: (a) =>
      `EHLO was answered with "${a.reply}" and HELO was used instead. Mail passes in the clear; senders that enforce encryption (MTA-STS, DANE) do not deliver, nor can mail that needs SMTPUTF8.`,
    fix: () => 'Update the mail server, or look for a firewall that rewrites SMTP.',
    judged: 'EHLO was answered with 500, 502 or 504, and HELO accepted in the same session.',
    refs: ['RFC 5321 §3.2', 'RFC 5321 §4.2.4'],
    example: { hosts: ['mx1.example.org [192.0.2.25]'], reply: '502 Command not implemented' },
  }),
  'smtp.ehlo-refused': define<Hosts & { reply: string }>({
    name: 'EHLO refused, HELO accepted',
    severity: 'warning',
    side: 'unknown',
    layer: 7,
    permanence: null,
    title: (a) =>
      `${hostsDo(a.hosts, 'refuses', 'refuse')} EHLO and ${a.hosts.length === 1 ? 'accepts' : 'accept'} HELO`,
    why: (a) =>
      `EHLO was answered with "${a.reply}", and HELO with the same name was accepted. The command is known there: what is refused is this name or this sender, so another sender need not meet it. Without EHLO there is no encryption and no extension; senders that enforce encryption (MTA-STS, DANE) do not deliver.`,
    fix: () =>
      'Read the reply: it usually names the rule. On the sender’s side: compare the EHLO name with the reverse DNS (PTR) of the sending address. On the recipient’s side: find the rule in the log, and let it treat EHLO and HELO alike.',
    judged:
      'EHLO was refused with another code than 500, 502 and 504, and HELO accepted in the same session.',
    refs: ['RFC 5321 §4.1.1.1', 'RFC 5321 §4.2.4'],
    example: {
      hosts: ['mx1.example.org [192.0.2.25]'],
      reply: '550 5.7.1 probe.example is not your name',
    },
  }),
};
