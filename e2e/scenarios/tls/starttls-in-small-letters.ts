import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('starttls-in-small-letters');
const origin = 'starttls-in-small-letters.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'starttls-in-small-letters',
  about: 'Offers STARTTLS in small letters, with more spaces than needed',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: scripted(
      `mx1.${origin}`,
      { EHLO: [`250-mx1.${origin}\n250-size   10240000\n250-  starttls  \n250 8bitmime`] },
      { tls: { certificate: 'good' }, secured: {} },
    ),
  },
  verdict: ACCEPTED,
  must: [finding('tls.trusted', { hosts })],
  mustNot: ['tls.not-offered', 'smtp.protocol-error'],
});
