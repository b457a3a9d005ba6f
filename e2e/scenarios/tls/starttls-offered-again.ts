import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('starttls-offered-again');
const hosts = [`mx1.starttls-offered-again.test [${at(101)}]`];

export default scenario({
  name: 'starttls-offered-again',
  about: 'Offers STARTTLS under TLS once more',
  target: 'user@starttls-offered-again.test',
  zones: [zoneWithMx(at, 'starttls-offered-again.test')],
  mtas: {
    [at(101)]: scripted(
      'mx1.starttls-offered-again.test',
      {},
      {
        tls: { certificate: 'good' },
        secured: {
          EHLO: ['250-mx1.starttls-offered-again.test\n250-STARTTLS\n250-SIZE 10240000\n250 8BITMIME'],
        },
      },
    ),
  },
  verdict: ACCEPTED,
  must: [finding('tls.offered-again', { hosts }), finding('tls.trusted', { hosts })],
  mustNot: ['tls.capabilities-vanish', 'smtp.protocol-error'],
});
