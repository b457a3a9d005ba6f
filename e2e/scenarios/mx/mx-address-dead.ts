import { block } from '../block';
import { depends, finding, scenario, zone } from '../scenario';

const at = block('mx-address-dead');
const origin = 'mx-address-dead.test';

export default scenario({
  name: 'mx-address-dead',
  about: 'The MX record names an address, and nothing listens there',
  target: `user@${origin}`,
  zones: [zone(at, origin, `@ MX 10 ${at(101)}.`)],
  verdict: depends('recipient'),
  cases: ['temporary', 'permanent'],
  says: [
    /^It depends: the MX record of .* names the address .* No sender delivers\.$/m,
    /from some mail servers at once, from others after some days/,
  ],
  saysNot: [/[Ss]ome senders deliver|one message arrives/],
  must: [finding('mx.is-address-literal', { domain: origin, exchange: at(101), others: false })],
  mustNot: ['mx.no-address'],
});
