import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('addresses-in-turn');
const origin = 'addresses-in-turn.test';

export default scenario({
  name: 'addresses-in-turn',
  about: 'Each name server gives another address of the exchange, out of the same version of the zone',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  behaviours: { [at(2)]: { records: [`mx1 A ${at(102)}`] } },
  mtas: { [at(101)]: polite(`mx1.${origin}`), [at(102)]: polite(`mx1.${origin}`) },
  quiet: true,
  verdict: ACCEPTED,
  must: [
    finding('zone.answers-vary', {
      question: `mx1.${origin} A`,
      answers: [`ns1.${origin} [${at(1)}]: ${at(101)}`, `ns2.${origin} [${at(2)}]: ${at(102)}`],
    }),
  ],
  mustNot: ['zone.answers-differ', 'zone.serials-differ', 'ns.glue-differs'],
});
