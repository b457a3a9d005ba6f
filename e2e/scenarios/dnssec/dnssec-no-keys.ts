import { RESOLVER } from '../../internet/delegate';
import { block } from '../block';
import { finding, forNow, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('dnssec-no-keys');
const origin = 'dnssec-no-keys.test';

export default scenario({
  name: 'dnssec-no-keys',
  about: 'The registry names a key, and the zone is not signed',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, { wrong: 'no-signatures' })],
  behaviours: { [RESOLVER]: { failsFor: [origin] } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: forNow('dns', 'recipient'),
  must: [
    finding('resolver.failing', { outcome: 'servfail', cause: 'dnssec' }),
    finding('dnssec.no-keys', {
      zone: origin,
      answers: [`${origin} MX`, `mx1.${origin} A`, `mx1.${origin} AAAA`],
      elsewhere: false,
    }),
  ],
  mustNot: othersOf('dnssec', 'dnssec.no-keys'),
});
