import { block } from '../block';
import { depends, finding, polite, scenario, zone, zoneWithMx } from '../scenario';

const at = block('parent-forgets');
const origin = 'parent-forgets.test';
const sub = `sub.${origin}`;

export default scenario({
  name: 'parent-forgets',
  about:
    'One of the servers above the zone does not know the delegation: who asks it is told that there is no such domain',
  target: `user@${sub}`,
  zones: [zone(at, origin), zoneWithMx((host) => at(host + 10), sub)],
  // Later than the other, which is the one that the walk goes by then.
  behaviours: { [at(2)]: { without: [sub], slowMs: 60 } },
  mtas: { [at(111)]: polite(`mx1.${sub}`) },
  verdict: depends('recipient'),
  cases: ['accepted', 'permanent'],
  must: [
    finding('ns.parents-differ', {
      zone: sub,
      parent: origin,
      servers: [
        `ns1.${origin} [${at(1)}]: ns1.${sub}, ns2.${sub}`,
        `ns2.${origin} [${at(2)}]: no delegation`,
      ],
      denied: true,
    }),
  ],
  mustNot: ['ns.foreign-soa', 'domain.not-found', 'dns.server-unusable'],
});
