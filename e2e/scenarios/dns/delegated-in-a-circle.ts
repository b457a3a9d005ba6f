import { block } from '../block';
import { finding, forNow, scenario, zoneWithMx } from '../scenario';

const at = block('delegated-in-a-circle');
const origin = 'delegated-in-a-circle.test';

export default scenario({
  name: 'delegated-in-a-circle',
  about: 'Two domains whose name servers are in each other, without addresses',
  target: `user@${origin}`,
  zones: [
    { ...zoneWithMx(at, origin), delegation: { 'ns.delegated-in-a-circle.example': [] } },
    {
      ...zoneWithMx((host) => at(host + 10), 'delegated-in-a-circle.example'),
      delegation: { [`ns.${origin}`]: [] },
    },
  ],
  verdict: forNow('dns', 'recipient'),
  must: [finding('dns.no-server-address', { zone: origin, servers: ['ns.delegated-in-a-circle.example'] })],
  mustNot: ['check.limit-reached', 'dns.no-answer', 'domain.not-found'],
});
