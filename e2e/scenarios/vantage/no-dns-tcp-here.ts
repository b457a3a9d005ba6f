import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('no-dns-tcp-here');
const origin = 'no-dns-tcp-here.test';

export default scenario({
  name: 'no-dns-tcp-here',
  about: 'Our own network lets no TCP to port 53 out: no name server is blamed for it',
  target: `user@${origin}`,
  here: { noDnsTcp: true },
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('vantage.no-dns-tcp', {})],
  mustNot: ['ns.no-tcp', 'dns.server-silent', 'dns.server-unusable', 'ns.edns-dropped'],
});
