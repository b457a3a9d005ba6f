import { ACCEPTED, block, finding, polite, scenario, signedZone, zone } from './scenario';

const at = block(102);
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
  mustNot: [
    'dnssec.expired',
    'dnssec.not-yet-valid',
    'dnssec.wrong-ds',
    'dnssec.no-keys',
    'dnssec.missing-signature',
    'dnssec.no-such-key',
    'dnssec.bad-signature',
    'dnssec.no-proof',
    'dnssec.unsigned',
    'dnssec.unknown-algorithm',
    'dnssec.too-many-iterations',
    'dnssec.server-differs',
    'dnssec.indeterminate',
    'dnssec.expires-soon',
  ],
});
