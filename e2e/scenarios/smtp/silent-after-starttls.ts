import { block } from '../block';
import { finding, forNow, scenario, scripted, SILENCE_SECONDS, zoneWithMx } from '../scenario';

const at = block('silent-after-starttls');
const hosts = [`mx1.silent-after-starttls.test [${at(101)}]`];

export default scenario({
  name: 'silent-after-starttls',
  about: 'Offers STARTTLS and says nothing to it',
  target: 'user@silent-after-starttls.test',
  zones: [zoneWithMx(at, 'silent-after-starttls.test')],
  mtas: {
    [at(101)]: scripted(
      'mx1.silent-after-starttls.test',
      { STARTTLS: ['silence'] },
      { tls: { certificate: 'good' } },
    ),
  },
  asked: { [at(101)]: ['EHLO probe.example', 'STARTTLS'] },
  verdict: forNow('starttls'),
  must: [finding('smtp.silent', { hosts, stage: 'starttls', seconds: SILENCE_SECONDS, begun: '' })],
  mustNot: ['tls.refused', 'tls.failed', 'tls.not-offered', 'smtp.accepted'],
});
