import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('servers-in-another-zone');

export default scenario({
  name: 'servers-in-another-zone',
  about: 'The name servers live under another top-level domain',
  target: 'user@servers-in-another-zone.test',
  zones: [
    {
      ...zoneWithMx(at, 'servers-in-another-zone.test'),
      servers: { 'ns1.dns-house.example': [at(11)], 'ns2.dns-house.example': [at(12)] },
    },
    {
      origin: 'dns-house.example',
      servers: { 'ns1.dns-house.example': [at(11)], 'ns2.dns-house.example': [at(12)] },
      records: [],
    },
  ],
  mtas: { [at(101)]: polite('mx1.servers-in-another-zone.test') },
  quiet: true,
  asked: { [at(11)]: ['ns1.dns-house.example A udp', 'servers-in-another-zone.test MX udp'] },
  verdict: ACCEPTED,
  must: [finding('smtp.accepted', { recipient: 'user@servers-in-another-zone.test' })],
  mustNot: ['dns.no-server-address', 'dns.no-answer', 'dns.server-unusable'],
});
