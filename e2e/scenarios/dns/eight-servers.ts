import { block } from '../block';
import { ACCEPTED, finding, polite, scenario } from '../scenario';

const at = block('eight-servers');
const origin = 'eight-servers.test';
const hosts = [1, 2, 3, 4, 5];

export default scenario({
  name: 'eight-servers',
  about: 'Eight name server addresses, two of them dead, and five exchanges',
  target: `user@${origin}`,
  zones: [
    {
      origin,
      servers: Object.fromEntries([1, 2, 3, 4].map((n) => [`ns${n}.${origin}`, [at(n), at(n + 10)]])),
      records: hosts.flatMap((n) => [`@ MX ${n}0 mx${n}`, `mx${n} A ${at(100 + n)}`]),
    },
  ],
  behaviours: { [at(2)]: { how: 'silent' }, [at(13)]: { how: 'silent' } },
  mtas: Object.fromEntries(hosts.map((n) => [at(100 + n), polite(`mx${n}.${origin}`)])),
  verdict: ACCEPTED,
  must: [
    finding('dns.server-silent', { server: `ns2.${origin}`, address: at(2) }),
    finding('dns.server-silent', { server: `ns3.${origin}`, address: at(13) }),
  ],
  mustNot: ['survey.unfinished', 'check.limit-reached', 'dns.no-answer', 'zone.answers-differ', 'ns.no-tcp'],
});
