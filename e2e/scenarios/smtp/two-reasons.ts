import { block } from '../block';
import { finding, forGood, polite, scenario, zone } from '../scenario';

const at = block('two-reasons');
const first = `mx1.two-reasons.test [${at(101)}]`;
const second = `mx2.two-reasons.test [${at(102)}]`;

export default scenario({
  name: 'two-reasons',
  about: 'Two exchanges say 550 5.7.1 and mean different things',
  target: 'user@two-reasons.test',
  zones: [zone(at, 'two-reasons.test', '@ MX 10 mx1', '@ MX 20 mx2', `mx1 A ${at(101)}`, `mx2 A ${at(102)}`)],
  mtas: {
    [at(101)]: polite('mx1.two-reasons.test', {
      recipients: { '*': '550 5.7.1 Client host blocked using zen.spamhaus.org' },
    }),
    [at(102)]: polite('mx2.two-reasons.test', { recipients: { '*': '550 5.7.1 Relay access denied' } }),
  },
  verdict: forGood('rcpt', 'sender'),
  must: [
    finding('smtp.blocklisted', { hosts: [first], blocklist: 'zen.spamhaus.org' }),
    finding('smtp.relay-denied', { hosts: [second] }),
  ],
  mustNot: ['hosts.disagree'],
});
