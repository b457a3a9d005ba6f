import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('auth-in-the-clear');
const hosts = [`mx1.auth-in-the-clear.test [${at(101)}]`];

export default scenario({
  name: 'auth-in-the-clear',
  about: 'Offers to take passwords before TLS',
  target: 'user@auth-in-the-clear.test',
  zones: [zoneWithMx(at, 'auth-in-the-clear.test')],
  mtas: {
    [at(101)]: scripted(
      'mx1.auth-in-the-clear.test',
      { EHLO: ['250-mx1.auth-in-the-clear.test\n250-STARTTLS\n250 AUTH PLAIN LOGIN CRAM-MD5'] },
      { tls: { certificate: 'good' }, secured: {} },
    ),
  },
  verdict: ACCEPTED,
  must: [
    finding('smtp.auth-in-the-clear', { hosts, mechanisms: ['PLAIN', 'LOGIN'] }),
    finding('tls.trusted', { hosts }),
  ],
  mustNot: ['tls.offered-again', 'tls.capabilities-vanish'],
});
