import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('gateway-listed');
const origin = 'gateway-listed.test';
const reply = '554 5.7.1 Client host [172.18.0.1] rejected: cannot find your reverse hostname';

export default scenario({
  name: 'gateway-listed',
  about: 'The server sees the inner address of its own gateway in place of the sender',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: polite(`mx1.${origin}`, { recipients: { '*': reply } }) },
  verdict: forGood('rcpt'),
  lookFirst: 'recipient',
  causes: { 'recipient-nat': 'supported' },
  says: [
    /the name of the sending server is not accepted, says mx1/,
    /took 172\.18\.0\.1 for the sending server/,
  ],
  saysNot: [/Give the sending address a PTR/, /blocklisted/, /does not work, says/],
  must: [finding('smtp.trouble', { side: 'recipient' })],
  mustNot: ['smtp.blocklisted', 'smtp.sender-must-act'],
});
