import { block } from '../block';
import { withOwnSender } from '../own-sender';
import { finding, forGood, polite, scenario } from '../scenario';

const at = block('spf-is-the-step');
const origin = 'spf-is-the-step.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'spf-is-the-step',
  about: 'Refuses for SPF, and the record of our sender does not name our address',
  ...withOwnSender(at, origin, 'v=spf1 ip4:192.0.2.0/24 -all'),
  mtas: {
    [at(101)]: polite(`mx1.${origin}`, { recipients: { '*': '550 5.7.23 SPF fail, not authorized' } }),
  },
  verdict: forGood('rcpt', 'sender'),
  must: [
    finding('smtp.sender-must-act', { hosts, category: 'auth-failed' }),
    finding('vantage.authentication', {
      hosts,
      domain: `from.${origin}`,
      address: at(201),
      result: 'fail',
      term: '-all',
      at: `from.${origin}`,
      hasMessage: false,
      policy: 'absent',
    }),
    finding('vantage.spf-refuses', { domain: `from.${origin}`, result: 'fail' }),
  ],
  mustNot: ['smtp.blocklisted'],
});
