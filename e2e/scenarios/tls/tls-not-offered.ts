import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('tls-not-offered');
const hosts = [`mx1.tls-not-offered.test [${at(101)}]`];

export default scenario({
  name: 'tls-not-offered',
  about: 'Does not offer STARTTLS',
  target: 'user@tls-not-offered.test',
  zones: [zoneWithMx(at, 'tls-not-offered.test')],
  mtas: { [at(101)]: polite('mx1.tls-not-offered.test', { certificate: 'none' }) },
  verdict: ACCEPTED,
  must: [finding('tls.not-offered', { hosts })],
  mustNot: ['tls.refused', 'tls.failed', 'tls.not-trusted'],
});
