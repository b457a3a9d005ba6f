import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone, zoneWithMx } from '../scenario';

const at = block('alias-apex');
const origin = 'alias-apex.test';
const elsewhere = 'alias-apex.example';

export default scenario({
  name: 'alias-apex',
  about: 'A whole zone that is an alias, which none may be: its target has the mail',
  target: `user@${origin}`,
  zones: [zone(at, origin, `@ CNAME ${elsewhere}.`), zoneWithMx((host) => at(host + 10), elsewhere)],
  mtas: { [at(111)]: polite(`mx1.${elsewhere}`) },
  verdict: ACCEPTED,
  must: [
    finding('domain.is-alias', { domain: origin, target: elsewhere }),
    finding('ns.one-network', { zone: elsewhere }),
  ],
  mustNot: ['resolver.differs', 'domain.parent-not-used', 'mx.implicit', 'ns.sets-differ'],
});
