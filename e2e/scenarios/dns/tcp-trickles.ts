import { block } from '../block';
import { finding, forNow, scenario, zone } from '../scenario';

const at = block('tcp-trickles');
const origin = 'tcp-trickles.test';

export default scenario({
  name: 'tcp-trickles',
  about: 'Answers over TCP that come one octet at a time',
  target: `user@${origin}`,
  zones: [zone(at, origin, ...Array.from({ length: 100 }, (_, n) => `@ MX ${n + 1} mx${n + 1}`))],
  behaviours: { [at(1)]: { tcp: 'trickle' }, [at(2)]: { tcp: 'trickle' } },
  verdict: forNow('dns', 'recipient'),
  must: [
    finding('dns.failing', {
      zone: origin,
      causes: ['needs-tcp', 'needs-tcp'],
    }),
  ],
  mustNot: ['ns.no-tcp', 'domain.not-found', 'mx.implicit', 'mx.large-answer', 'domain.no-mail-service'],
});
