import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('auth-under-tls');
const origin = 'auth-under-tls.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'auth-under-tls',
  about: 'Offers AUTH under TLS only, as it should be',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: scripted(
      `mx1.${origin}`,
      {},
      {
        tls: { certificate: 'good' },
        secured: {
          EHLO: [`250-mx1.${origin}\n250-SIZE 10240000\n250-8BITMIME\n250 AUTH PLAIN LOGIN`],
        },
      },
    ),
  },
  verdict: ACCEPTED,
  must: [finding('tls.trusted', { hosts }), finding('smtp.accepted', { hosts })],
  mustNot: ['smtp.auth-in-the-clear', 'tls.capabilities-vanish', 'tls.offered-again'],
});
