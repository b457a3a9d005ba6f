import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('mx-set');
const origin = 'mx-set.test';

export default scenario({
  name: 'mx-set',
  about: 'An MX set with less in it than it seems',
  target: `user@${origin}`,
  zones: [
    zone(
      at,
      origin,
      '@ MX 10 mx1',
      '@ MX 10 mx2',
      '@ MX 20 mx1',
      `mx1 A ${at(101)}`,
      `mx2 A ${at(101)}`,
      `mx2 A ${at(102)}`,
    ),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`), [at(102)]: polite(`mx2.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('mx.duplicate', { exchange: `mx1.${origin}`, preferences: ['10', '20'] }),
    finding('mx.shared-address', { address: at(101), exchanges: [`mx1.${origin}`, `mx2.${origin}`] }),
    finding('mx.equal-preference', { preference: 10, exchanges: [`mx1.${origin}`, `mx2.${origin}`] }),
    finding('mx.one-network', { network: at(0) + '/24', exchanges: [`mx1.${origin}`, `mx2.${origin}`] }),
  ],
  mustNot: ['mx.only-one', 'mx.ipv6-only', 'mx.single-label'],
});
