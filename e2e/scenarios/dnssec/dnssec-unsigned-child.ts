import { block } from '../block';
import { ACCEPTED, finding, othersOf, polite, scenario, zone } from '../scenario';

const at = block('dnssec-unsigned-child');
const origin = 'dnssec-unsigned-child.test';

export default scenario({
  name: 'dnssec-unsigned-child',
  about: 'An unsigned zone below a signed one, on the same servers',
  target: `user@sub.${origin}`,
  zones: [
    { ...zone(at, origin), signing: { denial: 'opt-out' } },
    {
      ...zone(at, `sub.${origin}`, '@ MX 10 mx1', `mx1 A ${at(101)}`),
      servers: { [`ns1.${origin}`]: [at(1)], [`ns2.${origin}`]: [at(2)] },
    },
  ],
  mtas: { [at(101)]: polite(`mx1.sub.${origin}`) },
  quiet: true,
  verdict: ACCEPTED,
  must: [finding('dnssec.unsigned', { zone: `sub.${origin}` })],
  mustNot: othersOf('dnssec', 'dnssec.unsigned'),
});
