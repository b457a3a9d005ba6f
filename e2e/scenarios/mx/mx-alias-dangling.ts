import { block } from '../block';
import { finding, forGood, scenario, zone } from '../scenario';

const at = block('mx-alias-dangling');
const origin = 'mx-alias-dangling.test';

export default scenario({
  name: 'mx-alias-dangling',
  about: 'The exchange is an alias for a name that does not exist',
  target: `user@${origin}`,
  zones: [zone(at, origin, '@ MX 10 mx1', 'mx1 CNAME gone')],
  verdict: forGood('dns'),
  must: [finding('mx.no-address', { exchange: `mx1.${origin}`, others: false, target: `gone.${origin}` })],
  mustNot: ['mx.is-alias', 'zone.fix-seen-after', 'mx.address-unresolved', 'mx.alias-loop', 'dns.failing'],
});
