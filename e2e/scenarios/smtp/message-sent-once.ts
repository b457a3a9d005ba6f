import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('message-sent-once');

export default scenario({
  name: 'message-sent-once',
  about: 'Every exchange would take the message; the slow first one gets it, and nobody else',
  target: 'user@message-sent-once.test',
  zones: [
    zone(
      at,
      'message-sent-once.test',
      '@ MX 10 mx1',
      '@ MX 20 mx2',
      '@ MX 20 mx3',
      `mx1 A ${at(101)}`,
      `mx2 A ${at(102)}`,
      `mx3 A ${at(103)}`,
    ),
  ],
  mtas: {
    [at(101)]: polite('mx1.message-sent-once.test', { greetingDelayMs: 700 }),
    [at(102)]: polite('mx2.message-sent-once.test'),
    [at(103)]: polite('mx3.message-sent-once.test'),
  },
  depth: 'message',
  asked: { [at(101)]: ['message'], [at(102)]: ['RCPT TO:<user@message-sent-once.test>'] },
  verdict: { ...ACCEPTED, stage: 'message' },
  must: [
    finding('smtp.message-accepted', { hosts: [`mx1.message-sent-once.test [${at(101)}]`] }),
    finding('smtp.accepted', {
      hosts: [`mx2.message-sent-once.test [${at(102)}]`, `mx3.message-sent-once.test [${at(103)}]`],
    }),
  ],
  mustNot: ['hosts.disagree'],
});
