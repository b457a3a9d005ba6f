import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('starttls-injection');
const hosts = [`mx1.starttls-injection.test [${at(101)}]`];

export default scenario({
  name: 'starttls-injection',
  about: 'Words are put in between STARTTLS and the handshake',
  target: 'user@starttls-injection.test',
  zones: [zoneWithMx(at, 'starttls-injection.test')],
  mtas: {
    [at(101)]: scripted(
      'mx1.starttls-injection.test',
      { STARTTLS: ['220 Go ahead\n250-evil.test\n250 AUTH PLAIN', 'secure'] },
      { tls: { certificate: 'good' } },
    ),
  },
  asked: { [at(101)]: ['EHLO probe.example', 'STARTTLS'] },
  verdict: { ...forNow('tls'), side: 'unknown' },
  must: [finding('tls.injected', { hosts, elsewhere: false, said: '250-evil.test' })],
  mustNot: ['tls.failed', 'tls.trusted', 'smtp.protocol-error', 'smtp.accepted', 'smtp.auth-in-the-clear'],
});
