import { block } from '../block';
import { ACCEPTED, finding, polite, scenario } from '../scenario';

const at = block('most-servers-silent');
const origin = 'most-servers-silent.test';
const numbers = Array.from({ length: 13 }, (_, index) => index + 1);
const dead = numbers.slice(2);

export default scenario({
  name: 'most-servers-silent',
  about: 'Eleven of thirteen name servers are dead',
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
  says: [/11 of 13 name servers of most-servers-silent\.test do not answer/],
  must: [finding('dns.servers-silent', { zone: origin, count: 11, all: 13 })],
  mustNot: ['dns.server-silent', 'dns.no-answer'],
});
