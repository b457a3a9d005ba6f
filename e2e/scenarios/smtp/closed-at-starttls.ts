import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('closed-at-starttls');
const hosts = [`mx1.closed-at-starttls.test [${at(101)}]`];

export default scenario({
  name: 'closed-at-starttls',
  about: 'Offers STARTTLS and hangs up on it',
  target: 'user@closed-at-starttls.test',
  zones: [zoneWithMx(at, 'closed-at-starttls.test')],
  mtas: {
    [at(101)]: scripted(
      'mx1.closed-at-starttls.test',
      { STARTTLS: ['close'] },
      { tls: { certificate: 'good' } },
    ),
  },
  asked: { [at(101)]: ['EHLO probe.example', 'STARTTLS'] },
  verdict: forNow('starttls'),
  must: [finding('smtp.closed', { hosts, stage: 'starttls', wasReset: false })],
  mustNot: ['tls.refused', 'tls.failed', 'tls.not-offered', 'smtp.accepted'],
});
