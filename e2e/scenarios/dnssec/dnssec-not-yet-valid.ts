import { block } from '../block';
import { finding, forNow, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('dnssec-not-yet-valid');
const origin = 'dnssec-not-yet-valid.test';

export default scenario({
  name: 'dnssec-not-yet-valid',
  about: 'Signatures that begin in the future: a wrong clock at the signer',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, { validDays: [1, 15] })],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: forNow('dns', 'recipient'),
  must: [
    finding('dnssec.not-yet-valid', {
      zone: origin,
      answers: [`${origin} MX`, `mx1.${origin} A`, `mx1.${origin} AAAA`],
      elsewhere: false,
    }),
  ],
  mustNot: othersOf('dnssec', 'dnssec.not-yet-valid'),
});
