import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('alias-own-zone');
const origin = 'alias-own-zone.test';
const elsewhere = 'alias-own-zone.example';

export default scenario({
  name: 'alias-own-zone',
  about:
    'An alias into the zone of a hoster: own zone with a dead server, target without MX, both zones have MX records of their own',
  target: `user@shop.${origin}`,
  zones: [
    zone(at, origin, `shop CNAME www.${elsewhere}.`, '@ MX 10 mx1', `mx1 A ${at(101)}`),
    {
      ...zone((host) => at(host + 10), elsewhere, `www A ${at(102)}`, '@ MX 10 mx1', `mx1 A ${at(103)}`),
      delegation: { [`ns1.${elsewhere}`]: [at(11)], [`ns3.${elsewhere}`]: [at(13)] },
    },
  ],
  behaviours: { [at(2)]: { how: 'refused' }, [at(13)]: { how: 'refused' } },
  mtas: { [at(102)]: polite(`www.${elsewhere}`) },
  notAsked: [at(101), at(103)],
  verdict: ACCEPTED,
  must: [
    finding('domain.is-alias', { domain: `shop.${origin}`, target: `www.${elsewhere}` }),
    finding('mx.implicit', { domain: `shop.${origin}`, target: `www.${elsewhere}` }),
    finding('domain.own-zone', { domain: `shop.${origin}`, zone: origin, ownZone: false }),
    finding('domain.parent-not-used', { domain: `shop.${origin}`, parent: origin }),
    finding('dns.server-unusable', { zone: origin, server: `ns2.${origin}`, outcome: 'refused' }),
    finding('ns.sets-differ', { zone: elsewhere, onlyParent: [`ns3.${elsewhere}`] }),
  ],
  mustNot: ['resolver.differs', 'resolver.failing', 'zone.answers-differ', 'domain.by-wildcard'],
  once: ['ns.sets-differ', 'domain.parent-not-used', 'ns.no-address'],
});
