import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('starttls-ignored');
const origin = 'starttls-ignored.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'starttls-ignored',
  about: 'Agrees to STARTTLS and goes on in the clear',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: scripted(`mx1.${origin}`, {
      EHLO: [`250-mx1.${origin}\n250 STARTTLS`],
      STARTTLS: ['220 Go ahead\n250 Go on in plain text, please'],
    }),
  },
  verdict: forNow('tls'),
  must: [finding('tls.injected', { hosts, said: '250 Go on in plain text, please' })],
  mustNot: ['tls.trusted', 'tls.failed', 'smtp.accepted'],
});
