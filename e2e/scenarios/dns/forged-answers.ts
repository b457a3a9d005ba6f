import { block } from '../block';
import { finding, forNow, scenario, zoneWithMx } from '../scenario';

const at = block('forged-answers');

export default scenario({
  name: 'forged-answers',
  about: 'The name servers answer with another id, another question, and half a message',
  target: 'user@forged-answers.test',
  zones: [
    {
      ...zoneWithMx(at, 'forged-answers.test'),
      servers: {
        'ns1.forged-answers.test': [at(1)],
        'ns2.forged-answers.test': [at(2)],
        'ns3.forged-answers.test': [at(3)],
      },
    },
  ],
  behaviours: {
    [at(1)]: { how: 'wrong-id' },
    [at(2)]: { how: 'wrong-question' },
    [at(3)]: { how: 'malformed' },
  },
  verdict: forNow('dns', 'recipient'),
  must: [
    finding('dns.failing', {
      zone: 'forged-answers.test',
      causes: ['silent', 'unreadable', 'other-question'],
    }),
  ],
  mustNot: ['domain.not-found', 'mx.implicit', 'domain.no-mail-service'],
});
