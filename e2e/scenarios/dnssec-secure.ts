import { ACCEPTED, block, finding, polite, scenario, signedZone } from './scenario';

const at = block(98);
const origin = 'dnssec-secure.test';

export default scenario({
  name: 'dnssec-secure',
  about: 'Signed with DNSSEC from the root to the addresses',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, {})],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  quiet: true,
  verdict: ACCEPTED,
  must: [finding('dnssec.proven', { domain: origin, zones: ['.', 'test', origin] })],
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
