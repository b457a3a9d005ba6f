import { block } from '../block';
import { ACCEPTED, finding, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('clock-wrong-here');
const origin = 'clock-wrong-here.test';

export default scenario({
  name: 'clock-wrong-here',
  about: 'Our own clock is a year ahead: every signature looks expired, the verdict stays',
  target: `user@${origin}`,
  here: { clockAheadDays: 400 },
  zones: [signedZone(at, origin, {})],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('vantage.clock', {})],
  mustNot: othersOf('dnssec'),
});
