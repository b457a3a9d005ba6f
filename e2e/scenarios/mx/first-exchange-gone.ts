import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('first-exchange-gone');
const origin = 'first-exchange-gone.test';

export default scenario({
  name: 'first-exchange-gone',
  about: 'The preferred exchange does not exist, the second one takes the mail',
  target: `user@${origin}`,
  zones: [zone(at, origin, '@ MX 10 gone', '@ MX 20 mx2', `mx2 A ${at(102)}`)],
  mtas: { [at(102)]: polite(`mx2.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('mx.no-address', { exchange: `gone.${origin}`, preference: 10, others: true, denied: true }),
  ],
  mustNot: ['mx.implicit', 'domain.not-found'],
});
