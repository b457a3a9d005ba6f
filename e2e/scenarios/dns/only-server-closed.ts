import { block } from '../block';
import { finding, forNow, scenario } from '../scenario';

const at = block('only-server-closed');
const origin = 'only-server-closed.test';

export default scenario({
  name: 'only-server-closed',
  about: 'The only name server has nothing on port 53',
  target: `user@${origin}`,
  zones: [
    {
      origin,
      servers: { [`ns1.${origin}`]: [at(1)] },
      delegation: { [`ns1.${origin}`]: [at(9)] },
      records: [],
    },
  ],
  verdict: forNow('dns', 'recipient'),
  must: [finding('dns.no-answer', { zone: origin, causes: ['port-closed'] })],
  mustNot: ['dns.failing', 'vantage.no-dns'],
});
