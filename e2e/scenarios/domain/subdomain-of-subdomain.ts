import { block } from '../block';
import { finding, forNow, polite, scenario, zoneWithMx } from '../scenario';

const at = block('subdomain-of-subdomain');
const origin = 'subdomain-of-subdomain.test';

export default scenario({
  name: 'subdomain-of-subdomain',
  about: 'A name two levels below its zone: neither the MX of the zone nor that of the name between is used',
  target: `user@a.b.${origin}`,
  zones: [zoneWithMx(at, origin, 'b MX 10 mxb', `mxb A ${at(102)}`, `a.b A ${at(103)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`), [at(102)]: polite(`mxb.${origin}`) },
  notAsked: [at(101), at(102)],
  verdict: forNow('connect'),
  must: [
    finding('domain.own-zone', { domain: `a.b.${origin}`, zone: origin, ownZone: false }),
    finding('domain.parent-not-used', { parent: `b.${origin}`, exchanges: [`10 mxb.${origin}`] }),
    finding('domain.parent-not-used', { parent: origin, exchanges: [`10 mx1.${origin}`] }),
    finding('mx.implicit', { domain: `a.b.${origin}`, target: '' }),
  ],
  mustNot: ['domain.by-wildcard', 'mx.wildcard', 'domain.is-alias'],
});
