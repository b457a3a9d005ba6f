import { block } from '../block';
import { finding, forGood, scenario, zoneWithMx } from '../scenario';

const at = block('subdomain-not-found');
const origin = 'subdomain-not-found.test';

export default scenario({
  name: 'subdomain-not-found',
  about: 'A subdomain that does not exist: nobody registers it, the administrator of the zone adds it',
  target: `user@nosuch.${origin}`,
  zones: [zoneWithMx(at, origin)],
  verdict: forGood('dns'),
  must: [finding('domain.not-found', { domain: `nosuch.${origin}`, zone: origin })],
  mustNot: ['domain.no-mail-service', 'domain.own-zone', 'mx.implicit'],
});
