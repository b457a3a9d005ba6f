import { block } from '../block';
import { finding, forNow, scenario, zone } from '../scenario';

const at = block('mx-alias-loop');
const origin = 'mx-alias-loop.test';

export default scenario({
  name: 'mx-alias-loop',
  about: 'The exchange is an alias that leads back to itself',
  target: `user@${origin}`,
  zones: [zone(at, origin, '@ MX 10 mx1', 'mx1 CNAME mx2', 'mx2 CNAME mx1')],
  verdict: forNow('dns', 'recipient'),
  must: [
    finding('mx.alias-loop', {
      exchange: `mx1.${origin}`,
      chain: [`mx2.${origin}`, `mx1.${origin}`],
      others: false,
    }),
  ],
  mustNot: ['mx.address-unresolved', 'mx.is-alias', 'mx.no-address', 'dns.failing'],
});
