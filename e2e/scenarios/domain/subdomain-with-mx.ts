import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('subdomain-with-mx');
const origin = 'subdomain-with-mx.test';

export default scenario({
  name: 'subdomain-with-mx',
  about: 'A subdomain with an MX of its own beside that of the domain above',
  target: `user@dept.${origin}`,
  zones: [zoneWithMx(at, origin, 'dept MX 10 mx2', `mx2 A ${at(102)}`)],
  mtas: { [at(102)]: polite(`mx2.${origin}`) },
  notAsked: [at(101)],
  verdict: ACCEPTED,
  must: [finding('domain.parent-not-used', { domain: `dept.${origin}`, parent: origin })],
  mustNot: ['mx.implicit'],
});
