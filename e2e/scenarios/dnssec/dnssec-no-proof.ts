import { block } from '../block';
import { ACCEPTED, finding, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('dnssec-no-proof');
const origin = 'dnssec-no-proof.test';

export default scenario({
  name: 'dnssec-no-proof',
  about: 'A signed zone that does not prove what it does not have',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, { wrong: 'no-denial' })],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('dnssec.no-proof', {
      zone: origin,
      answers: [`mx1.${origin} AAAA`],
      elsewhere: true,
    }),
  ],
  mustNot: othersOf('dnssec', 'dnssec.no-proof'),
});
