import { block } from '../block';
import { ACCEPTED, finding, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('dnssec-wildcard');
const origin = 'dnssec-wildcard.test';

export default scenario({
  name: 'dnssec-wildcard',
  about: 'A signed zone whose wildcard has the mail exchangers',
  target: `user@any.${origin}`,
  zones: [signedZone(at, origin, { denial: 'nsec3' }, '* MX 10 mx1')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('dnssec.proven', { domain: `any.${origin}`, zones: ['.', 'test', origin] }),
    finding('mx.wildcard', { zone: origin }),
  ],
  mustNot: othersOf('dnssec', 'dnssec.proven'),
});
