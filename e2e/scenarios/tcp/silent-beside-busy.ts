import { block } from '../block';
import { finding, forNow, scenario, scripted, zone } from '../scenario';

const at = block('silent-beside-busy');
const origin = 'silent-beside-busy.test';

export default scenario({
  name: 'silent-beside-busy',
  about: 'The first exchange is silent, the second one is busy: port 25 works from here',
  target: `user@${origin}`,
  zones: [zone(at, origin, '@ MX 10 mx1', '@ MX 20 mx2', `mx1 A ${at(101)}`, `mx2 A ${at(102)}`)],
  mtas: {
    [at(101)]: { kind: 'black-hole' },
    [at(102)]: scripted(`mx2.${origin}`, { greeting: ['421 4.3.2 Too busy', 'close'] }),
  },
  verdict: forNow('greeting', 'recipient'),
  lookFirst: 'recipient',
  causes: { 'sender-firewall': 'ruled-out', 'recipient-load': 'supported' },
  saysNot: [/outgoing port 25/, /block outgoing/],
  must: [finding('tcp.timed-out', { elsewhere: false })],
  mustNot: ['vantage.nothing-reachable'],
});
