import { block } from '../block';
import { ACCEPTED, finding, polite, scenario } from '../scenario';

const at = block('most-servers-silent');
const origin = 'most-servers-silent.test';
const numbers = [1, 2, 3, 4, 5];
const dead = numbers.slice(1);

export default scenario({
  name: 'most-servers-silent',
  about: 'Four of five name servers are dead',
  target: `user@${origin}`,
  zones: [
    {
      origin,
      servers: Object.fromEntries(numbers.map((n) => [`ns${n}.${origin}`, [at(n)]])),
      records: ['@ MX 10 mx1', `mx1 A ${at(101)}`],
    },
  ],
  behaviours: Object.fromEntries(dead.map((n) => [at(n), { how: 'silent' as const }])),
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  says: [/4 of 5 name servers of most-servers-silent\.test do not answer/],
  must: [finding('dns.servers-silent', { zone: origin, count: 4, all: 5 })],
  mustNot: ['dns.server-silent', 'dns.no-answer'],
});
