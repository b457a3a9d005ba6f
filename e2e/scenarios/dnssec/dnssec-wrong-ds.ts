import { block } from '../block';
import { finding, forNow, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('dnssec-wrong-ds');
const origin = 'dnssec-wrong-ds.test';

export default scenario({
  name: 'dnssec-wrong-ds',
  about: 'The registry names a key that the zone does not have',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, { wrong: 'ds' })],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: forNow('dns', 'recipient'),
  must: [
    finding('dnssec.wrong-ds', {
      zone: origin,
      answers: [`${origin} MX`, `mx1.${origin} A`, `mx1.${origin} AAAA`],
      elsewhere: false,
    }),
  ],
  mustNot: othersOf('dnssec', 'dnssec.wrong-ds'),
});
