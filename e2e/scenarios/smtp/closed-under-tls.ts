import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('closed-under-tls');
const hosts = [`mx1.closed-under-tls.test [${at(101)}]`];

export default scenario({
  name: 'closed-under-tls',
  about: 'Hangs up at the first words under TLS',
  target: 'user@closed-under-tls.test',
  zones: [zoneWithMx(at, 'closed-under-tls.test')],
  mtas: {
    [at(101)]: scripted(
      'mx1.closed-under-tls.test',
      {},
      { tls: { certificate: 'good' }, secured: { EHLO: ['close'] } },
    ),
  },
  verdict: ACCEPTED,
  says: [/inside TLS/],
  saysNot: [/heard the sender’s name in EHLO, and hung up/],
  must: [
    finding('smtp.closed', { hosts, stage: 'ehlo', underTls: true, elsewhere: true }),
    finding('tls.trusted', { hosts }),
  ],
  mustNot: ['tls.failed', 'tls.capabilities-vanish'],
});
