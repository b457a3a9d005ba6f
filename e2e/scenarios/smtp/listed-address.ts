import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('listed-address');
const origin = 'listed-address.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'listed-address',
  about: 'The reply names the address that it saw, the blocklist and its page',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: polite(`mx1.${origin}`, {
      recipients: {
        '*': '554 5.7.1 Service unavailable; Client host [198.51.100.10] blocked using strict.list.example; https://strict.list.example/',
      },
    }),
  },
  verdict: forGood('rcpt', 'sender'),
  must: [finding('smtp.blocklisted', { hosts, blocklist: 'strict.list.example', address: '198.51.100.10' })],
  mustNot: ['smtp.recipient-refused', 'smtp.mailbox-unknown'],
});
