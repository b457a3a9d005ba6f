import { block, reverseOrigin } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('reverse-name-gone');
const origin = 'reverse-name-gone.test';

export default scenario({
  name: 'reverse-name-gone',
  about: 'The reverse name of the exchange is a host that does not exist',
  target: `user@${origin}`,
  zones: [
    zoneWithMx(at, origin),
    {
      origin: reverseOrigin(at),
      servers: { [`ns1.${origin}`]: [at(1)] },
      records: [`101 PTR nowhere.${origin}.`],
    },
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('ptr.not-confirmed', { address: at(101), names: [`nowhere.${origin}`], denied: true })],
  mustNot: ['ptr.missing', 'ptr.generic', 'ptr.unresolved'],
});
