import { block } from '../block';
import { finding, forNow, polite, scenario, zoneWithMx } from '../scenario';

const at = block('own-gateway-seen');
const origin = 'own-gateway-seen.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'own-gateway-seen',
  about: 'The server sees its own gateway in place of every client, and wants a reverse name of it',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: polite(`mx1.${origin}`, {
      recipients: { '*': '450 4.7.25 Client host rejected: cannot find your hostname, [172.18.0.1]' },
    }),
  },
  ownAddress: '203.0.113.7',
  verdict: forNow('rcpt', 'recipient'),
  says: [/private/],
  saysNot: [/Give the sending address a PTR/],
  must: [finding('smtp.trouble-for-now', { hosts })],
  mustNot: ['smtp.sender-must-act-for-now'],
});
