import { RESOLVER } from '../../internet/delegate';
import { block } from '../block';
import { finding, forNow, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('dnssec-mx-altered');
const origin = 'dnssec-mx-altered.test';
const altered = { records: [`${origin}. MX 10 mxx.${origin}.`, `${origin}. MX 20 mx1.${origin}.`] };

export default scenario({
  name: 'dnssec-mx-altered',
  about: 'The MX records were changed after signing: one of them names an exchange that does not exist',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, { denial: 'nsec' })],
  behaviours: { [at(1)]: altered, [at(2)]: altered, [RESOLVER]: { failsFor: [origin] } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: forNow('dns', 'recipient'),
  must: [
    finding('dnssec.bad-signature', {
      zone: origin,
      records: [`${origin} MX 10 mxx.${origin}`, `${origin} MX 20 mx1.${origin}`],
    }),
    finding('resolver.failing', { outcome: 'servfail', cause: 'dnssec' }),
  ],
  mustNot: ['zone.fix-seen-after', ...othersOf('dnssec', 'dnssec.bad-signature')],
});
