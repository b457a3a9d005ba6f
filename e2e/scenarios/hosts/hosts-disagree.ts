import { block } from '../block';
import { finding, forGood, polite, scenario, zone } from '../scenario';

const at = block('hosts-disagree');

export default scenario({
  name: 'hosts-disagree',
  about: 'The first exchange refuses what the second one takes',
  target: 'user@hosts-disagree.test',
  zones: [
    zone(at, 'hosts-disagree.test', '@ MX 10 mx1', '@ MX 20 mx2', `mx1 A ${at(101)}`, `mx2 A ${at(102)}`),
  ],
  mtas: {
    [at(101)]: polite('mx1.hosts-disagree.test', { recipients: { '*': '550 5.1.1 User unknown' } }),
    [at(102)]: polite('mx2.hosts-disagree.test'),
  },
  verdict: forGood('rcpt'),
  must: [
    finding('hosts.backup-accepts-any', { recipient: 'user@hosts-disagree.test' }),
    finding('smtp.mailbox-unknown', { elsewhere: true }),
  ],
  mustNot: ['hosts.disagree', 'vantage.nothing-reachable'],
});
