import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('very-slow-name-server');
const origin = 'very-slow-name-server.test';

export default scenario({
  name: 'very-slow-name-server',
  about: 'One name server answers after the time that most resolvers wait',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  behaviours: { [at(2)]: { slowMs: 8000 } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('ns.slow', { server: `ns2.${origin}`, address: at(2) })],
  mustNot: ['ns.edns-dropped', 'ns.flaky', 'dns.server-silent', 'ns.no-tcp', 'zone.answers-differ'],
});
