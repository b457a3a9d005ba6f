import { RESOLVER } from '../../internet/delegate';
import { block } from '../block';
import { finding, scenario } from '../scenario';

const at = block('resolver-contradicts');
const origin = 'resolver-contradicts.test';

export default scenario({
  name: 'resolver-contradicts',
  about: 'The registry denies the domain, and the resolver of this machine still has its MX record',
  target: `user@${origin}`,
  zones: [],
  behaviours: {
    [RESOLVER]: { records: [`${origin}. 120 MX 10 mx1.${origin}.`, `mx1.${origin}. 120 A ${at(101)}`] },
  },
  verdict: { outcome: 'unknown', side: 'unknown', permanence: 'temporary', stage: 'dns' },
  must: [
    finding('resolver.differs', { said: [`10 mx1.${origin}`] }),
    finding('domain.not-found', { domain: origin }),
  ],
  mustNot: ['smtp.accepted'],
});
