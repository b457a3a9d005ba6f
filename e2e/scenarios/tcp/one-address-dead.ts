import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('one-address-dead');

export default scenario({
  name: 'one-address-dead',
  about: 'One of two addresses of the exchange refuses connections',
  target: 'user@one-address-dead.test',
  zones: [zone(at, 'one-address-dead.test', '@ MX 10 mx1', `mx1 A ${at(101)}`, `mx1 A ${at(102)}`)],
  mtas: { [at(102)]: polite('mx1.one-address-dead.test') },
  verdict: ACCEPTED,
  must: [
    finding('tcp.refused', { hosts: [`mx1.one-address-dead.test [${at(101)}]`], elsewhere: true }),
    finding('smtp.accepted', { hosts: [`mx1.one-address-dead.test [${at(102)}]`] }),
  ],
  mustNot: ['hosts.disagree', 'hosts.other-product', 'vantage.nothing-reachable'],
});
