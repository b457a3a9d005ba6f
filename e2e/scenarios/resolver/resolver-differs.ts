import { RESOLVER } from '../../internet/delegate';
import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('resolver-differs');
const origin = 'resolver-differs.test';

export default scenario({
  name: 'resolver-differs',
  about: 'The resolver of this machine still has an old MX record',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  behaviours: { [RESOLVER]: { records: [`${origin}. 120 MX 10 old.${origin}.`] } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('resolver.differs', {
      said: [`10 old.${origin}`],
      authoritative: [`10 mx1.${origin}`],
      seconds: 120,
    }),
  ],
  mustNot: ['zone.answers-differ', 'resolver.failing'],
});
