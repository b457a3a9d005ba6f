import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('domain-alias-beside-mx');
const origin = 'domain-alias-beside-mx.test';

export default scenario({
  name: 'domain-alias-beside-mx',
  about: 'The mail domain has an MX and is an alias, too: who has the alias in a cache goes elsewhere',
  target: `user@post.${origin}`,
  zones: [
    zone(at, origin, '@ MX 10 mx2', 'post CNAME @', 'post MX 10 mx1', `mx1 A ${at(101)}`, `mx2 A ${at(103)}`),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`), [at(103)]: polite(`mx2.${origin}`) },
  verdict: ACCEPTED,
  says: [/alias/],
  saysNot: [/exchangers of \S+ are not used/],
  must: [finding('zone.alias-beside-others', { name: `post.${origin}`, target: origin, types: ['MX'] })],
  mustNot: ['mx.implicit', 'domain.parent-not-used', 'dns.failing'],
});
