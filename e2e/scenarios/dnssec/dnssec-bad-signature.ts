import { block } from '../block';
import { finding, forNow, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('dnssec-bad-signature');
const origin = 'dnssec-bad-signature.test';

export default scenario({
  name: 'dnssec-bad-signature',
  about: 'Signatures that do not fit what they sign',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, { wrong: 'forged', algorithm: 13 })],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: forNow('dns', 'recipient'),
  must: [
    finding('dnssec.bad-signature', {
      zone: origin,
      answers: [`${origin} MX`, `mx1.${origin} A`, `mx1.${origin} AAAA`],
      elsewhere: false,
    }),
  ],
  mustNot: othersOf('dnssec', 'dnssec.bad-signature'),
});
