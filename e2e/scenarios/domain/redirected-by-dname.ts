import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone, zoneWithMx } from '../scenario';

const at = block('redirected-by-dname');
const origin = 'redirected-by-dname.test';
const target = 'redirected-by-dname.example';

export default scenario({
  name: 'redirected-by-dname',
  about: 'Every name below an old one is redirected to another domain (DNAME)',
  target: `user@sales.old.${origin}`,
  zones: [
    zone(at, origin, `old DNAME ${target}.`),
    zoneWithMx((host) => at(host + 10), target, `sales MX 10 mx1`),
  ],
  mtas: { [at(111)]: polite(`mx1.${target}`) },
  verdict: ACCEPTED,
  must: [finding('domain.is-alias', { domain: `sales.old.${origin}`, target: `sales.${target}` })],
  mustNot: ['zone.answers-differ', 'mx.implicit', 'domain.own-zone'],
});
