import { ACCEPTED, block, finding, polite, scenario, signedZone } from './scenario';

const at = block(101);
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
  mustNot: [
    'dnssec.expired',
    'dnssec.not-yet-valid',
    'dnssec.wrong-ds',
    'dnssec.no-keys',
    'dnssec.missing-signature',
    'dnssec.no-such-key',
    'dnssec.bad-signature',
    'dnssec.no-proof',
    'dnssec.unsigned',
    'dnssec.unknown-algorithm',
    'dnssec.too-many-iterations',
    'dnssec.server-differs',
    'dnssec.indeterminate',
    'dnssec.expires-soon',
  ],
});
