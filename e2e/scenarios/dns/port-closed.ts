import { block } from '../block';
import { finding, forNow, scenario, zone } from '../scenario';

const at = block('port-closed');
const origin = 'port-closed.test';

export default scenario({
  name: 'port-closed',
  about: 'Nothing listens on port 53 of the name servers',
  target: `user@${origin}`,
  zones: [{ ...zone(at, origin), delegation: { [`ns1.${origin}`]: [at(8)], [`ns2.${origin}`]: [at(9)] } }],
  verdict: forNow('dns', 'recipient'),
  lookFirst: 'recipient',
  says: [/nothing listens on port 53/, /returns it after some days/],
  saysNot: [/Silence says nothing/, /Mail is not lost/],
  must: [finding('dns.no-answer', { zone: origin, causes: ['port-closed', 'port-closed'] })],
  mustNot: ['dns.failing', 'vantage.no-dns'],
});
