import { block } from '../block';
import { finding, forNow, scenario, zoneWithMx } from '../scenario';

const at = block('name-servers-without-end');
const origin = 'name-servers-without-end.test';

export default scenario({
  name: 'name-servers-without-end',
  about: 'A hundred name servers without addresses, in the zone of somebody else (NXNS)',
  target: `user@${origin}`,
  zones: [
    {
      ...zoneWithMx(at, origin),
      delegation: Object.fromEntries(
        Array.from({ length: 100 }, (_, n) => [`dns${n}.name-servers-without-end.example`, []]),
      ),
    },
    zoneWithMx((host) => at(host + 10), 'name-servers-without-end.example'),
  ],
  verdict: forNow('dns', 'recipient'),
  must: [finding('dns.no-server-address', { zone: origin })],
  mustNot: ['check.limit-reached', 'dns.no-answer', 'domain.not-found'],
});
