import { block } from '../block';
import { depends, finding, polite, scenario, zone } from '../scenario';

const at = block('equals-disagree');
const origin = 'equals-disagree.test';

export default scenario({
  name: 'equals-disagree',
  about: 'One of two equal exchanges does not know the mailbox',
  target: `user@${origin}`,
  zones: [zone(at, origin, '@ MX 10 mx1', '@ MX 10 mx2', `mx1 A ${at(101)}`, `mx2 A ${at(102)}`)],
  mtas: {
    [at(101)]: polite(`mx1.${origin}`, { recipients: { '*': '550 5.1.1 User unknown' } }),
    [at(102)]: polite(`mx2.${origin}`),
  },
  verdict: depends('recipient', 'rcpt'),
  cases: ['permanent', 'accepted'],
  must: [
    finding('hosts.disagree', {
      accepting: [`mx2.${origin} [${at(102)}]`],
      refusing: [`mx1.${origin} [${at(101)}]`],
      first: 'none',
    }),
  ],
  mustNot: ['hosts.backup-accepts-any', 'vantage.nothing-reachable'],
});
