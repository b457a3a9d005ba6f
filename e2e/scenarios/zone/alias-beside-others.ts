import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('alias-beside-others');
const origin = 'alias-beside-others.test';

export default scenario({
  name: 'alias-beside-others',
  about: 'The exchange is an alias and has an address of its own, too',
  target: `user@${origin}`,
  zones: [zone(at, origin, '@ MX 10 mx1', 'mx1 CNAME other', `mx1 A ${at(101)}`, `other A ${at(101)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('zone.alias-beside-others', { name: `mx1.${origin}`, target: `other.${origin}`, types: ['A'] }),
  ],
  mustNot: ['mx.no-address', 'mx.alias-loop', 'dns.failing'],
});
