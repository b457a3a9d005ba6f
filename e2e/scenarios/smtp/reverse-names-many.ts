import { block, reverseOrigin } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('reverse-names-many');
const origin = 'reverse-names-many.test';

export default scenario({
  name: 'reverse-names-many',
  about:
    'Addresses with many reverse names: the last one is the right one; or none of those that were looked up',
  target: `user@${origin}`,
  zones: [
    zone(
      at,
      origin,
      ...[1, 2].flatMap((n) => [`@ MX ${n} mx${n}`, `mx${n} A ${at(100 + n)}`]),
      ...['a', 'b', 'c'].map((name) => `${name} A ${at(99)}`),
      `d A ${at(102)}`,
    ),
    {
      origin: reverseOrigin(at),
      servers: { [`ns1.${origin}`]: [at(1)] },
      records: [
        ...['a', 'b', 'c', 'mx1'].map((name) => `101 PTR ${name}.${origin}.`),
        ...['a', 'b', 'c', 'd'].map((name) => `102 PTR ${name}.${origin}.`),
      ],
    },
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`), [at(102)]: polite(`d.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('smtp.accepted', {})],
  mustNot: ['ptr.not-confirmed', 'ptr.missing', 'ptr.names-differ'],
});
