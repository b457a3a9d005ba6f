import { block } from '../block';
import { ACCEPTED, finding, polite, scenario } from '../scenario';

const at = block('half-of-servers-useless');
const origin = 'half-of-servers-useless.test';
const numbers = [1, 2, 3, 4];

export default scenario({
  name: 'half-of-servers-useless',
  about: 'Of four name servers one answers REFUSED, and one is silent',
  target: `user@${origin}`,
  zones: [
    {
      origin,
      servers: Object.fromEntries(numbers.map((n) => [`ns${n}.${origin}`, [at(n)]])),
      records: ['@ MX 10 mx1', `mx1 A ${at(101)}`],
    },
  ],
  behaviours: { [at(1)]: { how: 'refused' }, [at(2)]: { how: 'silent' } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  says: [
    /2 of 4 name servers of half-of-servers-useless\.test give no usable answer/,
    /ns1\.\S+ \[\S+\]: REFUSED\. .*ns2\.\S+ \[\S+\]: no answer\./,
  ],
  must: [finding('dns.servers-unusable', { zone: origin, count: 2, all: 4, causes: ['refused', 'silent'] })],
  mustNot: ['dns.server-unusable', 'dns.server-silent', 'dns.servers-silent'],
});
