import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('tls-1-2-only');
const origin = 'tls-1-2-only.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'tls-1-2-only',
  about: 'Speaks TLS 1.2 and nothing newer',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: scripted(`mx1.${origin}`, {}, { tls: { certificate: 'good', maxVersion: 'TLSv1.2' } }) },
  verdict: ACCEPTED,
  must: [finding('tls.trusted', { hosts, protocol: 'TLSv1.2' })],
  mustNot: ['tls.old-protocol', 'tls.failed'],
});
