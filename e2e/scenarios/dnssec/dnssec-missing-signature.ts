import { block } from '../block';
import { finding, forNow, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('dnssec-missing-signature');
const origin = 'dnssec-missing-signature.test';

export default scenario({
  name: 'dnssec-missing-signature',
  about: 'A signed zone whose MX answer has no signature',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, { wrong: 'mx-unsigned' })],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: forNow('dns', 'recipient'),
  must: [
    finding('dnssec.missing-signature', {
      zone: origin,
      answers: [`${origin} MX`],
      elsewhere: false,
    }),
  ],
  mustNot: othersOf('dnssec', 'dnssec.missing-signature'),
});
