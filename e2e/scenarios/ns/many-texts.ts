import { block } from '../block';
import { ACCEPTED, polite, scenario, zoneWithMx } from '../scenario';

const at = block('many-texts');
const origin = 'many-texts.test';
const texts = Array.from(
  { length: 40 },
  (_, n) => `@ TXT "site-verification=${n} of forty that nobody reads"`,
);

export default scenario({
  name: 'many-texts',
  about: 'So many TXT records beside SPF that they come over TCP alone',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, ...texts, '@ TXT "v=spf1 mx -all"')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [],
  mustNot: ['ns.no-tcp', 'mx.large-answer'],
});
