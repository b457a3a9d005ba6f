import { block } from '../block';
import { finding, forGood, scenario, zoneWithMx } from '../scenario';

const at = block('empty-non-terminal');
const origin = 'empty-non-terminal.test';

export default scenario({
  name: 'empty-non-terminal',
  about: 'A name that exists only because there are names below it',
  target: `user@dept.${origin}`,
  zones: [zoneWithMx(at, origin, `www.dept A ${at(102)}`)],
  verdict: forGood('dns'),
  must: [finding('domain.no-mail-service', { domain: `dept.${origin}` })],
  mustNot: ['domain.not-found', 'mx.implicit'],
});
