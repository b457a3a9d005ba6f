import { block } from '../block';
import { ACCEPTED, finding, polite, scenario } from '../scenario';

const at = block('many-servers');
const origin = 'many-servers.test';
const numbers = Array.from({ length: 13 }, (_, index) => index + 1);

export default scenario({
  name: 'many-servers',
  about: 'So many servers and exchanges that not all of them can be compared',
  target: `user@${origin}`,
  zones: [
    {
      origin,
      servers: Object.fromEntries(numbers.map((n) => [`ns${n}.${origin}`, [at(n), at(n + 20)]])),
      records: [...numbers.map((n) => `@ MX ${n} mx${n}`), ...numbers.map((n) => `mx${n} A ${at(101)}`)],
    },
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('survey.unfinished', { count: 240 })],
  mustNot: ['check.limit-reached', 'ns.only-one', 'dns.server-silent'],
});
