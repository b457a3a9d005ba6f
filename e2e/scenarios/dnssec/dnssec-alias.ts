import { block } from '../block';
import { ACCEPTED, finding, othersOf, polite, scenario, signedZone, zone } from '../scenario';

const at = block('dnssec-alias');
const origin = 'dnssec-alias.test';

export default scenario({
  name: 'dnssec-alias',
  about: 'A signed domain that is an alias for another signed one',
  target: `user@www.${origin}`,
  zones: [
    { ...zone(at, origin, `www CNAME shop.${origin}.`), signing: {} },
    signedZone((host) => at(host + 10), `shop.${origin}`, { denial: 'opt-out', algorithm: 14 }),
  ],
  mtas: { [at(111)]: polite(`mx1.shop.${origin}`) },
  quiet: true,
  verdict: ACCEPTED,
  must: [
    finding('dnssec.proven', { domain: `www.${origin}`, zones: ['.', 'test', origin, `shop.${origin}`] }),
  ],
  mustNot: othersOf('dnssec', 'dnssec.proven'),
});
