import { refusal, type Refusal } from './refusal';

interface NewAddress {
  /** Empty when the reply does not name it. */
  newAddress: string;
}

/** Sessions that ended with a refusal: one code for each thing that is said, before those for what is left open. */
export const refused = {
  'smtp.mailbox-unknown': refusal({
    name: 'Mailbox unknown',
    judged: 'RCPT TO or a later command was refused in words, or with a code, that mean an unknown mailbox.',
    refs: ['RFC 5321 §4.2.3', 'RFC 3463 §3.2'],
    more: () => 'The server was reached and answers for its recipients.',
    example: {
      category: 'mailbox-unknown',
      stage: 'rcpt',
      code: 550,
      enhanced: '5.1.1',
      reply: '550 5.1.1 <user@example.org>: User unknown',
    },
  }),
  'smtp.mailbox-disabled': refusal({
    name: 'Mailbox disabled',
    judged: 'RCPT TO or a later command was refused in words, or with a code, that mean a disabled mailbox.',
    refs: ['RFC 3463 §3.3'],
    example: {
      category: 'mailbox-disabled',
      stage: 'rcpt',
      code: 550,
      enhanced: '5.2.1',
      reply: '550 5.2.1 Mailbox disabled',
    },
  }),
  'smtp.mailbox-full': refusal({
    name: 'Mailbox full',
    judged: 'A command was answered with 5yz and an enhanced code or words that mean a full mailbox.',
    refs: ['RFC 3463 §3.3'],
    more: () => 'It is kinder to refuse with 452, so that mail waits until there is room.',
    example: {
      category: 'mailbox-full',
      stage: 'rcpt',
      code: 552,
      enhanced: '5.2.2',
      reply: '552 5.2.2 Mailbox full',
    },
  }),
  'smtp.mailbox-full-for-now': refusal({
    name: 'Mailbox full, for now',
    judged: 'A command was answered with 4yz and an enhanced code or words that mean a full mailbox.',
    refs: ['RFC 3463 §3.3', 'RFC 5321 §4.5.4.1'],
    example: {
      category: 'mailbox-full',
      stage: 'rcpt',
      code: 452,
      enhanced: '4.2.2',
      reply: '452 4.2.2 Mailbox full',
    },
  }),
  'smtp.moved': refusal<NewAddress>({
    name: 'Mailbox has moved',
    judged: 'A command was refused with 551, or in words that name another address.',
    refs: ['RFC 5321 §3.4', 'RFC 3463 §3.2'],
    says: (a) => (a.newAddress === '' ? a.says : `the mailbox has moved to ${a.newAddress}`),
    meaning: (a) => (a.newAddress === '' ? a.meaning : `The mailbox has moved to ${a.newAddress}.`),
    fix: (a) => (a.newAddress === '' ? a.fix : `Use the new address, ${a.newAddress}.`),
    example: {
      category: 'moved',
      stage: 'rcpt',
      code: 551,
      enhanced: '5.1.6',
      newAddress: 'user@example.net',
      reply: '551 5.1.6 User not local; please try <user@example.net>',
    },
  }),
  'smtp.domain-unknown': refusal({
    name: 'Domain not known to the server',
    judged: 'RCPT TO or a later command was refused in words that mean that the domain or host is not known.',
    refs: ['RFC 3463 §3.2'],
    example: {
      category: 'domain-unknown',
      stage: 'rcpt',
      code: 550,
      enhanced: '5.1.2',
      reply: '550 5.1.2 Unknown domain',
    },
  }),
  'smtp.relay-denied': refusal({
    name: 'Server does not serve the domain',
    judged: 'RCPT TO or a later command was refused in words that refuse to relay.',
    refs: ['RFC 5321 §3.6.2'],
    example: {
      category: 'relay-denied',
      stage: 'rcpt',
      code: 554,
      enhanced: '5.7.1',
      reply: '554 5.7.1 Relay access denied',
    },
  }),
  'smtp.login-wanted': refusal({
    name: 'Server wants a login',
    judged: 'A command was refused because no user had logged in.',
    refs: ['RFC 4954 §6', 'RFC 6409 §4.3'],
    example: {
      category: 'auth-required',
      stage: 'mail',
      code: 530,
      enhanced: '5.7.0',
      reply: '530 5.7.0 Authentication required',
    },
  }),
  'smtp.loops-back': refusal({
    name: 'Mail goes in a circle',
    judged: 'A command was refused with an enhanced code or words that mean a loop.',
    refs: ['RFC 3463 §3.5', 'RFC 5321 §6.3'],
    example: {
      category: 'loop',
      stage: 'rcpt',
      code: 554,
      enhanced: '5.4.6',
      reply: '554 5.4.6 mail for example.org loops back to myself',
    },
  }),
  'smtp.list-refused': refusal({
    name: 'List or group does not take the mail',
    judged: 'A command was refused in words about who may write to a list or group.',
    refs: ['RFC 3463 §3.8'],
    example: {
      category: 'mailing-list',
      stage: 'rcpt',
      code: 550,
      enhanced: '5.7.2',
      reply: '550 5.7.2 Only members may post to this list',
    },
  }),
  'smtp.not-accepting-mail': refusal({
    name: 'No mail is taken',
    judged:
      'A command was refused, or the greeting was one, in words that mean that the host or domain takes no mail.',
    more: (a) =>
      a.stage === 'greeting' ? 'It said so in place of a greeting, before a name or a sender was given.' : '',
    refs: ['RFC 7504 §4', 'RFC 3463 §3.4'],
    example: {
      category: 'not-accepting-mail',
      stage: 'rcpt',
      code: 550,
      enhanced: '5.3.2',
      reply: '550 5.3.2 This host does not accept mail',
    },
  }),
  'smtp.trouble': refusal({
    name: 'A part of the server does not work',
    judged: 'A command was answered with 5yz and words that name a broken part of the receiving system.',
    refs: ['RFC 3463 §3.4', 'RFC 5321 §4.2.1'],
    example: {
      category: 'system-error',
      stage: 'rcpt',
      code: 554,
      enhanced: '5.3.5',
      reply: '554 5.3.5 Local configuration error',
    },
  }),
  'smtp.trouble-for-now': refusal({
    name: 'A part of the server does not work, for now',
    judged: 'A command was answered with 4yz and words that name a broken part of the receiving system.',
    refs: ['RFC 3463 §3.4', 'RFC 5321 §4.5.4.1'],
    example: {
      category: 'system-error',
      stage: 'message',
      code: 451,
      enhanced: '4.3.0',
      reply: '451 4.3.0 Virus scanner not available',
    },
  }),
  'smtp.network-error': refusal({
    name: 'Connection or DNS query of the server failed',
    judged: 'A command was refused in words about a connection or a DNS query that failed.',
    refs: ['RFC 3463 §3.5'],
    more: () => 'Whether that is this connection or one behind the server, the words do not tell.',
    example: {
      category: 'network-error',
      stage: 'rcpt',
      code: 451,
      enhanced: '4.4.1',
      reply: '451 4.4.1 Connection timed out',
    },
  }),
  'smtp.command-refused': refusal({
    name: 'Command not accepted',
    judged: 'A command was refused as not understood, not allowed, or out of order.',
    refs: ['RFC 5321 §4.2.2', 'RFC 5321 §4.1.4'],
    more: (a) =>
      hasForgotten(a)
        ? 'Every command before it was accepted in this session: the server, or a proxy or filter before it, has forgotten them.'
        : '',
    fix: (a) =>
      hasForgotten(a)
        ? 'On the recipient’s side: find in the log what became of MAIL FROM, and whether a proxy, filter or load balancer before the server passes every command on.'
        : a.fix,
    example: {
      category: 'protocol-error',
      stage: 'rcpt',
      code: 503,
      enhanced: '5.5.1',
      reply: '503 5.5.1 Bad sequence of commands',
    },
  }),
};

/** 503 after commands that were accepted. */
function hasForgotten({ code, side }: Refusal): boolean {
  return code === 503 && side === 'recipient';
}
