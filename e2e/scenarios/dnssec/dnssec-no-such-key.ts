import { block } from '../block';
import { finding, forNow, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('dnssec-no-such-key');
const origin = 'dnssec-no-such-key.test';

export default scenario({
  name: 'dnssec-no-such-key',
  about: 'The MX answer is signed by a key that is not published',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, { wrong: 'mx-by-foreign-key' })],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: forNow('dns', 'recipient'),
  must: [
    finding('dnssec.no-such-key', {
      zone: origin,
      answers: [`${origin} MX`],
      elsewhere: false,
    }),
  ],
  mustNot: othersOf('dnssec', 'dnssec.no-such-key'),
});
