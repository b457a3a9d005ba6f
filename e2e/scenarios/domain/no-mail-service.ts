import { block } from '../block';
import { finding, forGood, scenario, zone } from '../scenario';

const at = block('no-mail-service');

export default scenario({
  name: 'no-mail-service',
  about: 'The domain exists, with neither MX nor address',
  target: 'user@no-mail-service.test',
  zones: [zone(at, 'no-mail-service.test', '@ TXT "nothing here"')],
  verdict: forGood('dns'),
  must: [finding('domain.no-mail-service', { domain: 'no-mail-service.test' })],
  mustNot: ['domain.not-found', 'mx.implicit'],
});
