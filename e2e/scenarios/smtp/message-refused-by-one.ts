import { block } from '../block';
import { finding, forGood, polite, scenario, zone } from '../scenario';

const at = block('message-refused-by-one');

export default scenario({
  name: 'message-refused-by-one',
  about: 'Two equal exchanges take the envelope; the one that gets the message refuses it for good',
  target: 'user@message-refused-by-one.test',
  zones: [
    zone(
      at,
      'message-refused-by-one.test',
      '@ MX 10 mx1',
      '@ MX 10 mx2',
      `mx1 A ${at(101)}`,
      `mx2 A ${at(102)}`,
    ),
  ],
  mtas: {
    [at(101)]: polite('mx1.message-refused-by-one.test', { message: '554 5.7.1 Message looks like spam' }),
    [at(102)]: polite('mx2.message-refused-by-one.test', { message: '554 5.7.1 Message looks like spam' }),
  },
  depth: 'message',
  verdict: forGood('message', 'sender'),
  must: [
    finding('smtp.sender-must-act', { stage: 'message', category: 'spam-content', elsewhere: false }),
    finding('smtp.accepted', {}),
  ],
  mustNot: ['hosts.disagree', 'smtp.message-accepted'],
});
