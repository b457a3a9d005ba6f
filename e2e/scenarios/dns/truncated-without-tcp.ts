import { block } from '../block';
import { finding, forNow, scenario, zoneWithMx } from '../scenario';

const at = block('truncated-without-tcp');

export default scenario({
  name: 'truncated-without-tcp',
  about: 'The answer wants TCP, and TCP is blocked',
  target: 'user@truncated-without-tcp.test',
  zones: [zoneWithMx(at, 'truncated-without-tcp.test')],
  behaviours: { [at(1)]: { how: 'truncate', tcp: 'refused' }, [at(2)]: { how: 'truncate', tcp: 'refused' } },
  verdict: forNow('dns', 'recipient'),
  must: [
    finding('dns.failing', {
      zone: 'truncated-without-tcp.test',
      causes: ['needs-tcp', 'needs-tcp'],
    }),
  ],
  mustNot: ['domain.not-found', 'domain.no-mail-service'],
});
