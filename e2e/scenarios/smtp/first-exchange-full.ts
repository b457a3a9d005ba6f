import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zone } from '../scenario';

const at = block('first-exchange-full');
const first = `mx1.first-exchange-full.test [${at(101)}]`;
const second = `mx2.first-exchange-full.test [${at(102)}]`;

export default scenario({
  name: 'first-exchange-full',
  about: 'The first exchange has no room for now (452), the second one takes the mail',
  target: 'user@first-exchange-full.test',
  zones: [
    zone(
      at,
      'first-exchange-full.test',
      '@ MX 10 mx1',
      '@ MX 20 mx2',
      `mx1 A ${at(101)}`,
      `mx2 A ${at(102)}`,
    ),
  ],
  mtas: {
    [at(101)]: scripted('mx1.first-exchange-full.test', { RCPT: ['452 4.3.1 Insufficient system storage'] }),
    [at(102)]: scripted('mx2.first-exchange-full.test', {}),
  },
  verdict: ACCEPTED,
  must: [
    finding('smtp.trouble-for-now', { hosts: [first], elsewhere: true, stage: 'rcpt', code: 452 }),
    finding('smtp.accepted', { hosts: [second] }),
  ],
  mustNot: ['hosts.disagree', 'smtp.greylisted'],
});
