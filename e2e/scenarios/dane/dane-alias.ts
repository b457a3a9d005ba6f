import { block } from '../block';
import { KEPT_BY_OTHERS, finding, polite, scenario, zone } from '../scenario';

const at = block('dane-alias');
const origin = 'dane-alias.test';

export default scenario({
  name: 'dane-alias',
  about: 'DANE: an exchange that is an alias, and TLSA records at the name behind it that fit nothing',
  target: `user@${origin}`,
  zones: [
    {
      ...zone(
        at,
        origin,
        '@ MX 10 mx1',
        'mx1 CNAME real',
        `real A ${at(101)}`,
        '_25._tcp.real TLSA 3 1 1 abababababababababababababababababababababababababababababababab',
        `_25._tcp.mx1 TLSA 3 1 1 {key of mx1.${origin}}`,
      ),
      signing: {},
    },
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: KEPT_BY_OTHERS,
  must: [
    finding('dane.mismatch', {
      hosts: [`mx1.${origin}`],
      names: [`_25._tcp.real.${origin}`],
      hasOther: false,
    }),
  ],
  mustNot: ['dane.fits'],
});
