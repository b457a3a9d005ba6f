import { ABOUT_MESSAGE, isAboutMessage } from './about';
import { refusal } from './refusal';

interface Sender {
  sender: string;
}

const READ_REPLY =
  'Read the reply: it usually names the rule. The administrator of the recipient’s side finds it in the log at the time shown here.';

/** Refusals whose reply names a rule at most, and no reason: the stage tells what they are about. */
export const unexplained = {
  'smtp.recipient-refused': refusal({
    name: 'Recipient refused by a rule',
    judged: 'RCPT TO was answered with 5yz that tells no reason.',
    refs: ['RFC 5321 §4.2.1', 'RFC 3463 §3'],
    says: (a) => (a.category === 'policy' ? a.says : `mail for ${a.recipient} is not accepted`),
    more: () =>
      'The server was reached and heard the request; its rules do not allow this recipient, this sender, or this connection.',
    fix: () => READ_REPLY,
    example: {
      category: 'policy',
      stage: 'rcpt',
      code: 554,
      enhanced: '5.7.1',
      reply: '554 5.7.1 Access denied',
    },
  }),
  'smtp.sender-refused': refusal<Sender>({
    name: 'Sender refused',
    judged: 'MAIL FROM was answered with 5yz that does not say what is wrong with the sender.',
    refs: ['RFC 5321 §3.3'],
    says: (a) => `the sender ${a.sender} is not accepted`,
    more: () =>
      'No recipient had been named yet. This is about the sender used by this check, so it need not hold for another one.',
    fix: () =>
      'Check that the sender domain exists, takes mail, and allows this machine in its SPF record. Then run the check with the real sender.',
    example: {
      category: 'policy',
      stage: 'mail',
      code: 550,
      enhanced: '5.7.1',
      sender: 'postmaster@example.net',
      reply: '550 5.7.1 Access denied',
    },
  }),
  'smtp.greeting-refused': refusal({
    name: 'Server does not talk to the sender',
    judged: 'The greeting was a 5yz reply.',
    refs: ['RFC 5321 §3.1', 'RFC 7504 §3'],
    says: () => 'the server does not talk to this sender',
    more: () =>
      'It said so in place of a greeting, before a name or a sender was given: it refuses the sending address, or takes no mail at all.',
    fix: () =>
      'On the sender’s side: look the sending address up on blocklists and check its reverse DNS (PTR). On the recipient’s side: find the rule in the log at the time shown here.',
    example: {
      category: 'policy',
      stage: 'greeting',
      code: 554,
      enhanced: '5.7.1',
      reply: '554 5.7.1 No SMTP service here',
    },
  }),
  'smtp.refused': refusal({
    name: 'Refused without a reason',
    judged: 'A command other than MAIL and RCPT was answered with 5yz that tells no reason.',
    refs: ['RFC 5321 §4.2.1'],
    more: (a) => (isAboutMessage(a) ? ABOUT_MESSAGE : ''),
    fix: () => READ_REPLY,
    example: {
      category: 'unknown',
      stage: 'message',
      code: 554,
      enhanced: '5.6.0',
      reply: '554 5.6.0 Message rejected',
    },
  }),
  'smtp.refused-for-now': refusal({
    name: 'Refused without a reason, for now',
    judged: 'A command was answered with 4yz that tells no reason.',
    refs: ['RFC 5321 §4.2.1'],
    more: () => 'The reply does not tell on which side the cause is.',
    fix: () =>
      'Run the check again after some minutes. If it stays, the administrator of the recipient’s side finds the cause in the log at the time shown here.',
    example: {
      category: 'unknown',
      stage: 'rcpt',
      code: 450,
      enhanced: '4.7.1',
      reply: '450 4.7.1 Not now',
    },
  }),
  'smtp.busy': refusal({
    name: 'Server is busy',
    judged: 'A reply said that the server has no time, or 421 ended the session and named no other reason.',
    refs: ['RFC 5321 §3.8', 'RFC 5321 §4.2.3'],
    says: () => 'the server has no time now',
    example: {
      category: 'busy',
      stage: 'greeting',
      code: 421,
      enhanced: '4.3.2',
      reply: '421 4.3.2 Service not available, closing transmission channel',
    },
  }),
};
