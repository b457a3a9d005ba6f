import { ACCEPTED, block, finding, polite, scenario, signedZone } from './scenario';

const at = block(108);
const origin = 'dnssec-expires-soon.test';

export default scenario({
  name: 'dnssec-expires-soon',
  about: 'Signatures that end within a day: the signer has stopped',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, { validDays: [-13, 1] })],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('dnssec.expires-soon', { zone: origin, hours: 23 }), finding('dnssec.proven', {})],
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
    'dnssec.indeterminate',
  ],
});
