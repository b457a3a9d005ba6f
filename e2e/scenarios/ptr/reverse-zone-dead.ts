import { block, reverseOrigin } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('reverse-zone-dead');
const origin = 'reverse-zone-dead.test';

export default scenario({
  name: 'reverse-zone-dead',
  about: 'The name server of the reverse zone refuses every question',
  target: `user@${origin}`,
  zones: [
    zoneWithMx(at, origin),
    { origin: reverseOrigin(at), servers: { [`ns9.${origin}`]: [at(9)] }, records: [] },
  ],
  behaviours: { [at(9)]: { how: 'refused' } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('ptr.unresolved', { address: at(101) })],
  mustNot: ['ptr.missing', 'dns.server-unusable'],
});
