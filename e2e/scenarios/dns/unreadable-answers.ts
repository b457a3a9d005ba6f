import { block } from '../block';
import { finding, forNow, scenario, zoneWithMx } from '../scenario';

const at = block('unreadable-answers');
const origin = 'unreadable-answers.test';

export default scenario({
  name: 'unreadable-answers',
  about:
    'Packets that are no DNS messages: noise, a name that points at itself, half a record, a label of no kind',
  target: `user@${origin}`,
  zones: [
    {
      ...zoneWithMx(at, origin),
      servers: {
        [`ns1.${origin}`]: [at(1)],
        [`ns2.${origin}`]: [at(2)],
        [`ns3.${origin}`]: [at(3)],
        [`ns4.${origin}`]: [at(4)],
      },
    },
  ],
  behaviours: {
    [at(1)]: { how: 'noise' },
    [at(2)]: { how: 'pointer-loop' },
    [at(3)]: { how: 'cut-record' },
    [at(4)]: { how: 'reserved-label' },
  },
  verdict: forNow('dns', 'recipient'),
  must: [
    finding('dns.failing', {
      zone: origin,
      causes: ['unreadable', 'unreadable', 'unreadable', 'unreadable'],
    }),
  ],
  mustNot: ['domain.not-found', 'mx.implicit', 'dns.no-answer'],
});
