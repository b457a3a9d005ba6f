import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('relay-denied');
const hosts = [`mx1.relay-denied.test [${at(101)}]`];

export default scenario({
  name: 'relay-denied',
  about: 'The exchange does not know the domain: 554 5.7.1',
  target: 'user@relay-denied.test',
  zones: [zoneWithMx(at, 'relay-denied.test')],
  mtas: {
    [at(101)]: polite('mx1.relay-denied.test', { recipients: { '*': '554 5.7.1 Relay access denied' } }),
  },
  verdict: forGood('rcpt', 'recipient'),
  must: [
    finding('smtp.relay-denied', {
      hosts,
      reply: '554 5.7.1 Relay access denied',
      code: 554,
      enhanced: '5.7.1',
    }),
  ],
  mustNot: ['smtp.mailbox-unknown', 'smtp.recipient-refused'],
});
