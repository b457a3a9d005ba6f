import { ACCEPTED, finding, block, otherDnssec, polite, scenario, signedZone } from '../scenario';

const at = block(151);
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
  mustNot: otherDnssec(),
});
