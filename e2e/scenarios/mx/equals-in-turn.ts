import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('equals-in-turn');
const origin = 'equals-in-turn.test';

export default scenario({
  name: 'equals-in-turn',
  about: 'The order of two exchanges of one preference changes with each answer',
  target: `user@${origin}`,
  zones: [zone(at, origin, '@ MX 10 mx1', '@ MX 10 mx2', `mx1 A ${at(101)}`, `mx2 A ${at(102)}`)],
  behaviours: { [at(1)]: { inTurn: true }, [at(2)]: { inTurn: true } },
  mtas: { [at(101)]: polite(`mx1.${origin}`), [at(102)]: polite(`mx2.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('mx.equal-preference', { preference: 10 })],
  mustNot: ['zone.answers-differ', 'zone.answers-vary', 'ns.transports-differ'],
});
