import { RESOLVER } from '../../internet/delegate';
import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('resolver-failing');
const origin = 'resolver-failing.test';

export default scenario({
  name: 'resolver-failing',
  about: 'The resolver of this machine cannot find what the name servers answer',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  behaviours: { [RESOLVER]: { failsFor: [origin] } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('resolver.failing', { outcome: 'servfail' })],
  mustNot: ['resolver.differs', 'dns.failing', 'dns.server-unusable'],
});
