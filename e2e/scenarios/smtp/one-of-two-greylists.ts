import { block } from '../block';
import { finding, forNow, polite, scenario, zone } from '../scenario';

const at = block('one-of-two-greylists');
const first = `mx1.one-of-two-greylists.test [${at(101)}]`;
const second = `mx2.one-of-two-greylists.test [${at(102)}]`;

export default scenario({
  name: 'one-of-two-greylists',
  about: 'Two exchanges say 451: one has trouble, the other one asks to come back',
  target: 'user@one-of-two-greylists.test',
  zones: [
    zone(
      at,
      'one-of-two-greylists.test',
      '@ MX 10 mx1',
      '@ MX 20 mx2',
      `mx1 A ${at(101)}`,
      `mx2 A ${at(102)}`,
    ),
  ],
  mtas: {
    [at(101)]: polite('mx1.one-of-two-greylists.test', {
      recipients: { '*': '451 Temporary lookup failure' },
    }),
    [at(102)]: polite('mx2.one-of-two-greylists.test', {
      recipients: { '*': '451 Greylisted, try again in 90 seconds' },
    }),
  },
  verdict: forNow('rcpt', 'recipient'),
  must: [
    finding('smtp.trouble-for-now', { hosts: [first] }),
    finding('smtp.greylisted', { hosts: [second], waitSeconds: 90 }),
  ],
  mustNot: ['smtp.refused-for-now'],
});
