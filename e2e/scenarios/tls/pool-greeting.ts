import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('pool-greeting');
const origin = 'pool-greeting.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'pool-greeting',
  about: 'A machine of a pool greets, and has a certificate, with a name of its own',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: polite(`node7.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('tls.not-trusted', { hosts, reason: 'ERR_TLS_CERT_ALTNAME_INVALID', names: [`node7.${origin}`] }),
  ],
  mustNot: ['tls.not-offered', 'tls.failed'],
});
