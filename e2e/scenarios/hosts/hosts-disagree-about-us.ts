import { block } from '../block';
import { depends, finding, polite, scenario, zone } from '../scenario';

const at = block('hosts-disagree-about-us');
const first = `mx1.hosts-disagree-about-us.test [${at(101)}]`;
const second = `mx2.hosts-disagree-about-us.test [${at(102)}]`;

export default scenario({
  name: 'hosts-disagree-about-us',
  about: 'One of two equal exchanges has us on a blocklist',
  target: 'user@hosts-disagree-about-us.test',
  zones: [
    zone(
      at,
      'hosts-disagree-about-us.test',
      '@ MX 10 mx1',
      '@ MX 10 mx2',
      `mx1 A ${at(101)}`,
      `mx2 A ${at(102)}`,
    ),
  ],
  mtas: {
    [at(101)]: polite('mx1.hosts-disagree-about-us.test', {
      recipients: { '*': '554 5.7.1 Client host blocked using zen.spamhaus.org' },
    }),
    [at(102)]: polite('mx2.hosts-disagree-about-us.test'),
  },
  verdict: depends('sender', 'rcpt'),
  cases: ['permanent', 'accepted'],
  says: [/The sender talks to mx2/],
  must: [finding('hosts.disagree-about-us', { accepting: [second], refusing: [first] })],
  mustNot: ['hosts.disagree', 'hosts.backup-accepts-any'],
});
