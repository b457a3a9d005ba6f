import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('wildcard-mx');
const origin = 'wildcard-mx.test';

export default scenario({
  name: 'wildcard-mx',
  about: 'A wildcard gives every subdomain mail exchangers',
  target: `user@any.${origin}`,
  zones: [zoneWithMx(at, origin, '* MX 10 mx1')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('mx.wildcard', { zone: origin, exchanges: [`10 mx1.${origin}`] }),
    finding('domain.by-wildcard', { domain: `any.${origin}`, records: [`10 mx1.${origin}`] }),
  ],
  mustNot: ['mx.implicit', 'domain.not-found', 'domain.parent-not-used', 'zone.answers-differ'],
});
