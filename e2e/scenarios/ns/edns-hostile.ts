import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('edns-hostile');

export default scenario({
  name: 'edns-hostile',
  about: 'The name servers do not know EDNS, or drop it',
  target: 'user@edns-hostile.test',
  zones: [zoneWithMx(at, 'edns-hostile.test')],
  mtas: { [at(101)]: polite('mx1.edns-hostile.test') },
  behaviours: { [at(1)]: { how: 'formerr-on-edns' }, [at(2)]: { how: 'drop-edns' } },
  asked: { [at(1)]: ['edns-hostile.test MX udp', 'edns-hostile.test MX udp plain'] },
  verdict: ACCEPTED,
  must: [
    finding('smtp.accepted', { recipient: 'user@edns-hostile.test' }),
    finding('ns.edns-unknown', { servers: [`ns1.edns-hostile.test [${at(1)}]`] }),
    finding('ns.edns-dropped', { servers: [`ns2.edns-hostile.test [${at(2)}]`] }),
  ],
  mustNot: ['dns.failing', 'dns.no-answer', 'dns.server-unusable', 'dns.server-silent', 'ns.no-tcp'],
});
