import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('capabilities-vanish');
const hosts = [`mx1.capabilities-vanish.test [${at(101)}]`];

export default scenario({
  name: 'capabilities-vanish',
  about: 'Offers less under TLS than before',
  target: 'user@capabilities-vanish.test',
  zones: [zoneWithMx(at, 'capabilities-vanish.test')],
  mtas: {
    [at(101)]: scripted(
      'mx1.capabilities-vanish.test',
      {
        EHLO: [
          '250-mx1.capabilities-vanish.test\n250-STARTTLS\n250-SIZE 10240000\n250-8BITMIME\n250 SMTPUTF8',
        ],
      },
      {
        tls: { certificate: 'good' },
        secured: { EHLO: ['250-mx1.capabilities-vanish.test\n250 SIZE 10240000'] },
      },
    ),
  },
  verdict: ACCEPTED,
  must: [finding('tls.capabilities-vanish', { hosts, gone: ['8BITMIME', 'SMTPUTF8'] })],
  mustNot: ['tls.offered-again', 'smtp.auth-in-the-clear'],
});
