import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('aaaa-dropped');
const origin = 'aaaa-dropped.test';
const balancer = { how: 'silent', only: ['AAAA'] } as const;

export default scenario({
  name: 'aaaa-dropped',
  about: 'The name servers drop questions for AAAA and answer those for A',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  behaviours: { [at(1)]: balancer, [at(2)]: balancer },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  says: [/Accepted: .*, but: the IPv6 address of mx1/],
  must: [finding('ns.aaaa-fails', { exchange: `mx1.${origin}`, cause: 'silent' })],
  mustNot: ['ns.flaky', 'dns.server-silent', 'dns.servers-silent', 'mx.address-unresolved'],
});
