import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('glueless-servers');

export default scenario({
  name: 'glueless-servers',
  about: 'The name servers have names of a sibling domain, without glue',
  target: 'user@glueless-servers.test',
  zones: [
    {
      ...zoneWithMx(at, 'glueless-servers.test'),
      servers: { 'ns1.glueless-host.test': [at(1)] },
      delegation: { 'ns1.glueless-host.test': [] },
    },
    {
      origin: 'glueless-host.test',
      servers: { 'ns.glueless-host.test': [at(11)] },
      records: [`ns1 A ${at(1)}`],
    },
  ],
  mtas: { [at(101)]: polite('mx1.glueless-servers.test') },
  asked: { [at(11)]: ['ns1.glueless-host.test A udp'], [at(1)]: ['glueless-servers.test MX udp'] },
  verdict: ACCEPTED,
  must: [
    finding('ns.other-domain', { zone: 'glueless-servers.test', servers: ['ns1.glueless-host.test'] }),

    finding('smtp.accepted', { recipient: 'user@glueless-servers.test' }),
    finding('ns.only-one', { server: `ns1.glueless-host.test [${at(1)}]` }),
  ],
  mustNot: ['dns.no-server-address', 'dns.no-answer', 'ns.glue-missing'],
});
