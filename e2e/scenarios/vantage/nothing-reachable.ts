import { block } from '../block';
import { finding, scenario, zone } from '../scenario';

const at = block('nothing-reachable');

export default scenario({
  name: 'nothing-reachable',
  about: 'Not one of several addresses can be reached: the sender’s side is suspected',
  target: 'user@nothing-reachable.test',
  zones: [
    zone(at, 'nothing-reachable.test', '@ MX 10 mx1', '@ MX 20 mx2', `mx1 A ${at(101)}`, `mx2 A ${at(102)}`),
  ],
  mtas: { [at(101)]: { kind: 'black-hole' }, [at(102)]: { kind: 'black-hole' } },
  verdict: { outcome: 'unknown', side: 'unknown', permanence: 'temporary', stage: 'connect' },
  lookFirst: 'sender',
  causes: { 'sender-firewall': 'open', 'recipient-firewall': 'open' },
  must: [
    finding('vantage.nothing-reachable', {
      hosts: [`mx1.nothing-reachable.test [${at(101)}]`, `mx2.nothing-reachable.test [${at(102)}]`],
      count: 2,
    }),
  ],
  mustNot: ['smtp.accepted', 'tcp.refused'],
});
