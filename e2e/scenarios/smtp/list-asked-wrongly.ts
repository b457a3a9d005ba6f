import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('list-asked-wrongly');
const origin = 'list-asked-wrongly.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'list-asked-wrongly',
  about: 'Asks a blocklist through a public resolver and takes the answer for a listing',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: polite(`mx1.${origin}`, {
      recipients: {
        '*': '554 5.7.1 Service unavailable; Client host blocked using zen.spamhaus.org; Error: open resolver; https://check.spamhaus.org/returnc/pub/192.0.2.53/',
      },
    }),
  },
  verdict: forGood('rcpt'),
  says: [/resolver/],
  saysNot: [/delist/, /ask the operator of the list/],
  must: [finding('smtp.trouble', { hosts })],
  mustNot: ['smtp.blocklisted'],
});
