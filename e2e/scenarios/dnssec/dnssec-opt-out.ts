import { block } from '../block';
import { ACCEPTED, finding, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('dnssec-opt-out');
const origin = 'dnssec-opt-out.test';

export default scenario({
  name: 'dnssec-opt-out',
  about: 'A signed zone that leaves unsigned names unproven, and an exchange in it that is not there',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, { denial: 'opt-out' }, '@ MX 20 gone')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('dnssec.opt-out', {
      zone: origin,
      answers: [`gone.${origin} A`, `gone.${origin} AAAA`],
    }),
    finding('mx.no-address', { exchange: `gone.${origin}`, others: true }),
  ],
  mustNot: othersOf('dnssec', 'dnssec.opt-out'),
});
