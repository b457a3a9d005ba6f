import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('address-banned');
const origin = 'address-banned.test';
const hosts = [`mx1.${origin} [${at(101)}]`];
const reply =
  '550 5.7.606 Access denied, banned sending IP [198.51.100.10]. To request removal from this list please visit https://sender.office.com/ and follow the directions.';

export default scenario({
  name: 'address-banned',
  about: 'Microsoft has banned the sending address',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: polite(`mx1.${origin}`, { recipients: { '*': reply } }) },
  verdict: forGood('rcpt', 'sender'),
  must: [finding('smtp.blocklisted', { hosts, address: '198.51.100.10', blocklist: '' })],
  mustNot: ['smtp.recipient-refused', 'smtp.mailbox-unknown'],
});
