import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('letter-case');
const origin = 'letter-case.test';

export default scenario({
  name: 'letter-case',
  about: 'Name servers that do not keep the letters of the question',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  behaviours: { [at(1)]: { how: 'fold-case' }, [at(2)]: { how: 'case-sensitive' } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('ns.letter-case', {
      zone: origin,
      servers: [`ns1.${origin} [${at(1)}]`, `ns2.${origin} [${at(2)}]`],
    }),
  ],
  mustNot: ['dns.server-unusable', 'dns.failing', 'zone.answers-differ', 'ns.sets-differ'],
});
