import { block } from '../block';
import { finding, forGood, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('starttls-not-offered');
const origin = 'starttls-not-offered.test';

export default scenario({
  name: 'starttls-not-offered',
  about: 'Demands STARTTLS, which it does not offer',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: scripted(`mx1.${origin}`, { MAIL: ['530 5.7.0 Must issue a STARTTLS command first'] }),
  },
  // It may be taken out of the answer on the way, on either side.
  verdict: forGood('mail', 'unknown'),
  lookFirst: 'recipient',
  says: [/STARTTLS is demanded and not offered, says mx1\./, /let the server offer STARTTLS/],
  saysNot: [/Let the sending server use STARTTLS/],
  must: [
    finding('smtp.tls-not-offered', {
      hosts: [`mx1.${origin} [${at(101)}]`],
      side: 'unknown',
      whoActs: 'recipient-admin',
    }),
  ],
  mustNot: ['smtp.sender-must-act', 'smtp.sender-refused'],
});
