import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('inner-address-in-turn');
const origin = 'inner-address-in-turn.test';

export default scenario({
  name: 'inner-address-in-turn',
  about:
    'One name server gives the address of the exchange, the other one an inner address, with a TTL of 0 (DNS rebinding)',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  behaviours: { [at(2)]: { records: [`mx1.${origin}. 0 A 10.66.0.25`] } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('zone.answers-differ', { zone: origin, special: ['10.66.0.25'] })],
  mustNot: ['zone.answers-vary'],
});
