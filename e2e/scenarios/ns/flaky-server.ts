import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('flaky-server');
const origin = 'flaky-server.test';

export default scenario({
  name: 'flaky-server',
  about: 'One name server loses every second question',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '@ MX 20 mx2', `mx2 A ${at(102)}`)],
  behaviours: { [at(2)]: { losesEvery: 2 } },
  mtas: { [at(101)]: polite(`mx1.${origin}`), [at(102)]: polite(`mx2.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('ns.flaky', { server: `ns2.${origin}`, address: at(2) })],
  mustNot: ['dns.server-silent', 'ns.edns-dropped'],
});
