import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('slow-name-server');
const origin = 'slow-name-server.test';

export default scenario({
  name: 'slow-name-server',
  about: 'One name server takes more than a second for each answer',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  behaviours: { [at(2)]: { slowMs: 1100 } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('ns.slow', { server: `ns2.${origin}`, address: at(2) })],
  mustNot: ['dns.server-silent', 'ns.no-tcp', 'ns.edns-dropped', 'zone.answers-differ'],
});
