import { block } from '../block';
import { finding, forNow, scenario, zoneWithMx } from '../scenario';

const at = block('name-servers-refuse');
const origin = 'name-servers-refuse.test';

export default scenario({
  name: 'name-servers-refuse',
  about: 'The name servers refuse every question',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  behaviours: { [at(1)]: { how: 'refused' }, [at(2)]: { how: 'refused' } },
  verdict: forNow('dns', 'recipient'),
  must: [finding('dns.failing', { zone: origin, causes: ['refused', 'refused'] })],
  mustNot: ['dns.no-answer', 'mx.implicit'],
});
