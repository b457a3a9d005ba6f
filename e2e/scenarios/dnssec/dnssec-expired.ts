import { RESOLVER } from '../../internet/delegate';
import { block } from '../block';
import { finding, forNow, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('dnssec-expired');
const origin = 'dnssec-expired.test';

export default scenario({
  name: 'dnssec-expired',
  about: 'Signed with DNSSEC, and the signatures have expired',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, { validDays: [-20, -6] })],
  behaviours: { [RESOLVER]: { failsFor: [origin] } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: forNow('dns', 'recipient'),
  must: [
    finding('resolver.failing', { outcome: 'servfail', cause: 'dnssec' }),
    finding('dnssec.expired', {
      zone: origin,
      answers: [`${origin} MX`, `mx1.${origin} A`, `mx1.${origin} AAAA`],
      elsewhere: false,
    }),
  ],
  mustNot: othersOf('dnssec', 'dnssec.expired'),
});
