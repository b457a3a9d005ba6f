import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('truncated-answer');

export default scenario({
  name: 'truncated-answer',
  about: 'The answer fits no datagram and comes over TCP',
  target: 'user@truncated-answer.test',
  zones: [zoneWithMx(at, 'truncated-answer.test')],
  mtas: { [at(101)]: polite('mx1.truncated-answer.test') },
  behaviours: { [at(1)]: { how: 'truncate' }, [at(2)]: { how: 'truncate' } },
  quiet: true,
  asked: { [at(1)]: ['truncated-answer.test MX udp', 'truncated-answer.test MX tcp'] },
  verdict: ACCEPTED,
  must: [
    finding('smtp.accepted', { recipient: 'user@truncated-answer.test' }),
    finding('mx.large-answer', { domain: 'truncated-answer.test' }),
  ],
  mustNot: ['dns.server-unusable', 'dns.failing'],
});
