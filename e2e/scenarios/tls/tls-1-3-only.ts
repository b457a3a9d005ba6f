import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('tls-1-3-only');
const origin = 'tls-1-3-only.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'tls-1-3-only',
  about: 'Speaks TLS 1.3 and nothing older',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: scripted(`mx1.${origin}`, {}, { tls: { certificate: 'good', minVersion: 'TLSv1.3' } }) },
  verdict: ACCEPTED,
  must: [finding('tls.trusted', { hosts, protocol: 'TLSv1.3' })],
  mustNot: ['tls.old-protocol', 'tls.failed'],
});
