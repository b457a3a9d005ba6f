import { block } from '../block';
import { ACCEPTED, finding, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('dnssec-server-differs');
const origin = 'dnssec-server-differs.test';

export default scenario({
  name: 'dnssec-server-differs',
  about: 'One of two servers answers with records that its signatures do not fit',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, {})],
  behaviours: { [at(2)]: { slowMs: 60, records: [`${origin}. MX 20 mx1.${origin}.`] } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('dnssec.server-differs', {
      zone: origin,
      server: `ns2.${origin}`,
      address: at(2),
      question: `${origin} MX`,
      reason: 'bad-signature',
    }),
  ],
  mustNot: othersOf('dnssec', 'dnssec.server-differs', 'dnssec.proven'),
});
