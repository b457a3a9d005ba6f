import { block } from '../block';
import { withOwnSender } from '../own-sender';
import { finding, forGood, polite, scenario } from '../scenario';

const at = block('own-address-unknown');
const origin = 'own-address-unknown.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'own-address-unknown',
  about: 'Refuses for SPF, and our own address is a private one, so that others see another',
  ...withOwnSender(at, origin, 'v=spf1 -all'),
  ownAddress: '10.0.0.25',
  mtas: {
    [at(101)]: polite(`mx1.${origin}`, { recipients: { '*': '550 5.7.23 SPF fail, not authorized' } }),
  },
  verdict: forGood('rcpt', 'sender'),
  says: [/MXPROOF_PUBLIC_ADDRESSES/],
  must: [
    finding('smtp.sender-must-act', { hosts, category: 'auth-failed' }),
    finding('vantage.address-unknown', { hosts }),
  ],
  mustNot: ['vantage.authentication', 'vantage.spf-refuses', 'vantage.no-reverse-name'],
});
