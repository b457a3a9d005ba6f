import { define, hostsDo, it, list } from '../define';

type Disagreement = {
  accepting: string[];
  refusing: string[];
  /** Which of them senders ask first: `accepting`, `refusing`, or `none`, where it is chance. */
  first: string;
  /** Where the refusing ones refuse: in the `greeting`, at `ehlo`, or later. */
  at: 'greeting' | 'ehlo' | '';
};

const DISAGREEMENT: Disagreement = {
  accepting: ['mx2.example.org [198.51.100.25]'],
  refusing: ['mx1.example.org [192.0.2.25]'],
  first: 'none',
  at: '',
};

/** What a sender meets: not every refusal before mail is named is the end (Postfix: smtp_skip_5xx_greeting; Exim). */
function meets({ refusing, first, at }: Disagreement): string {
  if (at === 'greeting')
    return `${it(refusing)} refuses in place of a greeting: Postfix and Exim go on to the accepting one, and some other senders return the message.`;
  if (at === 'ehlo' && first !== 'accepting')
    return `${it(refusing)} refuses EHLO and HELO: Postfix returns the message then, and Exim goes on to the accepting one.`;
  switch (first) {
    case 'accepting':
      return 'Senders ask the accepting one first; when it is away, the other one returns their mail.';
    case 'refusing':
      return 'Senders ask the one that rejects first, and its answer is final: no other is asked.';
    default:
      return 'What a sender meets depends on which one it reaches first.';
  }
}

/** What the comparison of several addresses of one domain shows. */
export const catalogue = {
  'hosts.disagree': define<Disagreement>({
    name: 'Mail exchangers disagree',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: () => 'The mail exchangers do not agree',
    why: (a) =>
      `${list(a.accepting)} would take the message, ${list(a.refusing)} rejected it permanently. ${meets(a)}`,
    fix: () => 'Give all exchanges the same list of recipients and the same rules.',
    headline: (a) =>
      `It depends on the server: ${list(a.accepting)} accepted, ${list(a.refusing)} rejected permanently.`,
    plain: () =>
      'The receiving domain’s servers give different answers: one takes the message, another one refuses it.',
    judged: 'One address accepted what another address of the same domain refused with a permanent reply.',
    refs: ['RFC 5321 §5.1'],
    example: DISAGREEMENT,
  }),
  'hosts.disagree-about-us': define<Disagreement>({
    name: 'Mail exchangers disagree about the sender',
    severity: 'warning',
    side: 'sender',
    layer: 7,
    permanence: null,
    title: () => 'Some of the mail exchangers reject this sender, others do not',
    why: (a) =>
      `${list(a.accepting)} would take the message, ${list(a.refusing)} refused it for a reason that lies with the sender. Their filters or the age of their lists differ. ${meets(a)}`,
    fix: () =>
      'On the sender’s side: end what the rejection speaks of. On the recipient’s side: give all exchanges the same filters.',
    headline: (a) =>
      `It depends on the server: ${list(a.accepting)} accepted, ${list(a.refusing)} rejected the sender permanently.`,
    plain: () =>
      'The servers of the receiving domain give different answers: one takes the message, another one objects to the sender.',
    judged:
      'One address accepted what another address of the same domain refused with a permanent reply about the sender.',
    refs: ['RFC 5321 §5.1', 'RFC 7372 §3'],
    example: DISAGREEMENT,
  }),
  'hosts.backup-accepts-any': define<{ backup: string[]; primary: string[]; recipient: string }>({
    name: 'Backup accepts any recipient',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) =>
      `The backup ${hostsDo(a.backup, 'takes', 'take')} recipients that ${hostsDo(a.primary, 'does', 'do')} not know`,
    why: (a) =>
      `${it(a.backup)} accepted ${a.recipient}, which the preferred exchange refuses as unknown. That refusal is final for senders: the backup is not asked then. What the backup takes it cannot deliver later, and must then send a bounce to a sender that is often forged (backscatter). Spam is aimed at such backups, and they end up on blocklists.`,
    fix: () =>
      'Give the backup the same list of recipients (Postfix: relay_recipient_maps, or reject_unverified_recipient; Exim: verify = recipient/callout), or do without it: senders keep mail for days when the first exchange is down.',
    judged:
      'An exchange with a higher preference number accepted a recipient that one with a lower number refused as unknown. It is the one that was asked for, or the random one of the controls.',
    refs: ['RFC 5321 §5.1', 'RFC 5321 §6.1'],
    example: {
      backup: ['mx2.example.org [198.51.100.25]'],
      primary: ['mx1.example.org [192.0.2.25]'],
      recipient: 'nobody@example.org',
    },
  }),
  'hosts.ipv6-fails': define<{ exchange: string; ipv6: string[]; ipv4: string[]; replied: boolean }>({
    name: 'IPv6 of a mail exchanger fails',
    severity: 'warning',
    side: 'unknown',
    layer: null,
    permanence: null,
    title: (a) => `${a.exchange} takes mail over IPv4 and not over IPv6`,
    why: (a) =>
      `${list(a.ipv4)} accepted what ${list(a.ipv6)} did not. Senders that have IPv6 try it first: they lose time with each message${a.replied ? ', and those that stop at the first rejection do not get through at all' : ''}.`,
    fix: (a) =>
      `On the recipient’s side: let the mail server listen on the IPv6 address with the same rules, or remove its AAAA record.${a.replied ? ' On the sender’s side, when the reply speaks of the sender: give the IPv6 address a reverse name, or send over IPv4.' : ''}`,
    judged:
      'Connections over IPv6 were made, none accepted what an IPv4 address of the same exchange did, and none asked to come back later.',
    refs: ['RFC 5321 §5.2', 'RFC 6724 §10.3'],
    example: { exchange: 'mx1.example.org', ipv6: ['2001:db8::25'], ipv4: ['192.0.2.25'], replied: true },
  }),
  'hosts.ipv6-slower': define<{
    exchange: string;
    ipv6: string[];
    ipv4: string[];
    ms6: number;
    ms4: number;
  }>({
    name: 'IPv6 of a mail exchanger is slower',
    severity: 'notice',
    side: 'unknown',
    layer: 3,
    permanence: null,
    title: (a) => `${a.exchange} greets later over IPv6 than over IPv4`,
    why: (a) =>
      `The greeting came ${a.ms6} ms after the start of the connection over IPv6, and ${a.ms4} ms after it over IPv4. Mail arrives, later than it could: the way of the packets differs, or the server looks for a reverse name that it does not find.`,
    fix: () => 'Compare traceroute -6 and traceroute -4, and look at the resolver of the mail server.',
    judged: 'Over IPv6 the greeting came at least one second later than over IPv4.',
    refs: ['RFC 6724 §10.3'],
    example: {
      exchange: 'mx1.example.org',
      ipv6: ['2001:db8::25'],
      ipv4: ['192.0.2.25'],
      ms6: 5200,
      ms4: 40,
    },
  }),
  'hosts.other-product': define<{ exchange: string; answers: string[] }>({
    name: 'Different software at the addresses of a mail exchanger',
    severity: 'notice',
    side: 'unknown',
    layer: 7,
    permanence: null,
    title: (a) => `The addresses of ${a.exchange} are served by different software`,
    why: (a) =>
      `They greet as ${list(a.answers)}. A cluster of two kinds is possible; more often one address leads to another machine: a forgotten server, a wrong port forwarding, or a firewall that answers in its place. It may not know the same recipients.`,
    fix: () => 'Find out which of the greetings is yours, and where the packets to the other address end.',
    judged: 'Greetings of one exchange name different products at different addresses.',
    refs: ['RFC 5321 §4.2'],
    example: { exchange: 'mx1.example.org', answers: ['Postfix at 192.0.2.25', 'Exim at 192.0.2.26'] },
  }),
};
