import { block } from '../block';
import { ACCEPTED, polite, scenario, zone } from '../scenario';

const at = block('mx-mixed-case');
const origin = 'mx-mixed-case.test';

export default scenario({
  name: 'mx-mixed-case',
  about: 'The MX record has large and small letters, the address record small ones only',
  target: `user@${origin}`,
  zones: [zone(at, origin, `@ MX 10 Mx1.MX-Mixed-Case.Test.`, `mx1 A ${at(101)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [],
  mustNot: ['mx.no-address', 'ns.letter-case', 'zone.answers-differ', 'tls.not-trusted'],
});
