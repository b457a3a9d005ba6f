import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('first-exchange-down');

export default scenario({
  name: 'first-exchange-down',
  about: 'The first exchange is down, the second one takes the mail',
  target: 'user@first-exchange-down.test',
  zones: [
    zone(
      at,
      'first-exchange-down.test',
      '@ MX 10 mx1',
      '@ MX 20 mx2',
      `mx1 A ${at(101)}`,
      `mx2 A ${at(102)}`,
    ),
  ],
  mtas: { [at(102)]: polite('mx2.first-exchange-down.test') },
  verdict: ACCEPTED,
  must: [
    finding('tcp.refused', { hosts: [`mx1.first-exchange-down.test [${at(101)}]`], elsewhere: true }),
    finding('smtp.accepted', { hosts: [`mx2.first-exchange-down.test [${at(102)}]`] }),
  ],
  mustNot: ['hosts.disagree', 'vantage.nothing-reachable'],
});
