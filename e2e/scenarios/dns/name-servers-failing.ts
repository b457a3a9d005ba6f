import { block } from '../block';
import { finding, forNow, scenario, zoneWithMx } from '../scenario';

const at = block('name-servers-failing');

export default scenario({
  name: 'name-servers-failing',
  about: 'The name servers answer, and none of them usefully',
  target: 'user@name-servers-failing.test',
  zones: [zoneWithMx(at, 'name-servers-failing.test')],
  behaviours: { [at(1)]: { how: 'servfail' }, [at(2)]: { how: 'refused' } },
  verdict: forNow('dns', 'recipient'),
  must: [
    finding('dns.failing', {
      question: 'name-servers-failing.test MX',
      zone: 'name-servers-failing.test',
      causes: ['servfail', 'refused'],
    }),
  ],
  mustNot: ['dns.no-answer', 'domain.not-found', 'mx.implicit'],
});
