import { block } from '../block';
import { ACCEPTED, finding, polite, scenario } from '../scenario';

const at = block('most-servers-refuse');
const origin = 'most-servers-refuse.test';
const numbers = [1, 2, 3, 4, 5, 6];
const refusing = numbers.slice(1);

export default scenario({
  name: 'most-servers-refuse',
  about: 'Five of six name servers answer REFUSED',
  target: `user@${origin}`,
  zones: [
    {
      origin,
      servers: Object.fromEntries(numbers.map((n) => [`ns${n}.${origin}`, [at(n)]])),
      records: ['@ MX 10 mx1', `mx1 A ${at(101)}`],
    },
  ],
  behaviours: Object.fromEntries(refusing.map((n) => [at(n), { how: 'refused' as const }])),
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  says: [
    /^Accepted: .*, but: 5 of 6 name servers of most-servers-refuse\.test give no usable answer: REFUSED\.$/m,
  ],
  must: [finding('dns.servers-unusable', { zone: origin, count: 5, all: 6 })],
  mustNot: ['dns.server-unusable', 'dns.server-silent'],
  once: ['dns.servers-unusable'],
});
