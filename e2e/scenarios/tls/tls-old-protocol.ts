import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('tls-old-protocol');
const hosts = [`mx1.tls-old-protocol.test [${at(101)}]`];

export default scenario({
  name: 'tls-old-protocol',
  about: 'Speaks TLS 1.0 and nothing newer',
  target: 'user@tls-old-protocol.test',
  zones: [zoneWithMx(at, 'tls-old-protocol.test')],
  mtas: {
    [at(101)]: scripted(
      'mx1.tls-old-protocol.test',
      {},
      { tls: { certificate: 'good', maxVersion: 'TLSv1' } },
    ),
  },
  verdict: ACCEPTED,
  must: [
    finding('tls.old-protocol', { hosts, protocol: 'TLSv1' }),
    finding('tls.trusted', { hosts, protocol: 'TLSv1' }),
  ],
  mustNot: ['tls.failed', 'tls.not-trusted'],
});
