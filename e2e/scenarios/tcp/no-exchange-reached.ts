import { block } from '../block';
import { finding, forNow, scenario, scripted, zone } from '../scenario';

const at = block('no-exchange-reached');
const origin = 'no-exchange-reached.test';

export default scenario({
  name: 'no-exchange-reached',
  about: 'No exchange can be used: one refuses, one is silent, one is busy',
  target: `user@${origin}`,
  zones: [
    zone(at, origin, ...[1, 2, 3].flatMap((n) => [`@ MX ${10 * n} mx${n}`, `mx${n} A ${at(100 + n)}`])),
  ],
  mtas: {
    [at(102)]: { kind: 'black-hole' },
    [at(103)]: scripted(`mx3.${origin}`, { greeting: ['421 4.3.2 Too busy', 'close'] }),
  },
  verdict: forNow('greeting', 'recipient'),
  says: [/None of the 3 addresses takes the mail now/],
  must: [finding('tcp.refused', {}), finding('tcp.timed-out', {})],
  mustNot: ['vantage.nothing-reachable', 'ptr.names-differ'],
});
