import { block } from '../block';
import { ACCEPTED, finding, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('dnssec-wildcard-nsec');
const origin = 'dnssec-wildcard-nsec.test';

export default scenario({
  name: 'dnssec-wildcard-nsec',
  about: 'The same with NSEC, and an RSA key',
  target: `user@any.${origin}`,
  zones: [signedZone(at, origin, { algorithm: 8 }, '* MX 10 mx1')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('dnssec.proven', { domain: `any.${origin}`, zones: ['.', 'test', origin] }),
    finding('mx.wildcard', { zone: origin }),
  ],
  mustNot: othersOf('dnssec', 'dnssec.proven'),
});
