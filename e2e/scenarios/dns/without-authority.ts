import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('without-authority');
const origin = 'without-authority.test';

export default scenario({
  name: 'without-authority',
  about: 'The name servers answer rightly and without authority, as forwarders do',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  behaviours: { [at(1)]: { how: 'not-authoritative' }, [at(2)]: { how: 'not-authoritative' } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('dns.without-authority', {
      zone: origin,
      servers: [`ns1.${origin} [${at(1)}]`, `ns2.${origin} [${at(2)}]`],
    }),
  ],
  mustNot: ['dns.failing', 'dns.server-unusable', 'vantage.dns-intercepted'],
});
