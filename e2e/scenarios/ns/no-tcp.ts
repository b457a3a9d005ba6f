import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('no-tcp');
const origin = 'no-tcp.test';

export default scenario({
  name: 'no-tcp',
  about: 'Name servers that do not answer over TCP: one says nothing, nobody listens at the other',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  behaviours: { [at(1)]: { tcp: 'refused' }, [at(2)]: { tcp: 'silent' } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  asked: { [at(2)]: [`${origin} SOA udp`, `${origin} NS udp`, `${origin} MX udp`] },
  verdict: ACCEPTED,
  must: [
    finding('ns.no-tcp', { servers: [`ns1.${origin} [${at(1)}]`], outcome: 'unreachable' }),
    finding('ns.no-tcp', { servers: [`ns2.${origin} [${at(2)}]`], outcome: 'silence' }),
  ],
  mustNot: ['dns.server-unusable', 'dns.server-silent', 'ns.edns-dropped', 'ns.slow'],
});
