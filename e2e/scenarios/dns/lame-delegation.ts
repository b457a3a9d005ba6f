import { block } from '../block';
import { finding, forNow, scenario, zoneWithMx } from '../scenario';

const at = block('lame-delegation');

export default scenario({
  name: 'lame-delegation',
  about: 'The parent names servers that do not serve the domain',
  target: 'user@lame-delegation.test',
  zones: [zoneWithMx(at, 'lame-delegation.test')],
  behaviours: { [at(1)]: { how: 'lame' }, [at(2)]: { how: 'upward-referral' } },
  verdict: forNow('dns', 'recipient'),
  must: [
    finding('dns.failing', {
      zone: 'lame-delegation.test',
      causes: ['not-served', 'refers-away'],
    }),
  ],
  mustNot: ['domain.no-mail-service', 'dns.no-answer', 'mx.implicit'],
});
