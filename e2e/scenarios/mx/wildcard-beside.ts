import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('wildcard-beside');
const origin = 'wildcard-beside.test';

export default scenario({
  name: 'wildcard-beside',
  about: 'A subdomain of its own right, with the very records that a wildcard gives to others',
  target: `user@made.${origin}`,
  zones: [zoneWithMx(at, origin, '* MX 10 mx1', 'made MX 10 mx1')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  quiet: true,
  verdict: ACCEPTED,
  must: [finding('mx.wildcard', { zone: origin })],
  mustNot: ['domain.by-wildcard', 'domain.not-found', 'zone.answers-differ'],
});
