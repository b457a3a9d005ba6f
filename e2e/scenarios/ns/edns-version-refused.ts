import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('edns-version-refused');
const origin = 'edns-version-refused.test';

export default scenario({
  name: 'edns-version-refused',
  about: 'The name servers answer BADVERS to EDNS: resolvers such as unbound get nothing',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  behaviours: { [at(1)]: { how: 'badvers-on-edns' }, [at(2)]: { how: 'badvers-on-edns' } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('ns.edns-unknown', {
      servers: [`ns1.${origin} [${at(1)}]`, `ns2.${origin} [${at(2)}]`],
      rcode: 'BADVERS',
    }),
  ],
  mustNot: ['ns.letter-case', 'ns.edns-dropped', 'dns.failing'],
});
