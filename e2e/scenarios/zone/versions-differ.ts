import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('versions-differ');
const origin = 'versions-differ.test';
const servers = [`ns1.${origin} [${at(1)}]`, `ns2.${origin} [${at(2)}]`];

export default scenario({
  name: 'versions-differ',
  about: 'One name server holds an old version of the zone, with another MX and another address',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, `old A ${at(102)}`)],
  behaviours: {
    [at(2)]: {
      records: [
        `@ 3600 SOA ns1 hostmaster 2025010101 7200 900 1209600 300`,
        '@ MX 10 mx1',
        '@ MX 20 old',
        `mx1 A ${at(103)}`,
      ],
    },
  },
  mtas: {
    [at(101)]: polite(`mx1.${origin}`),
    [at(102)]: polite(`old.${origin}`),
    [at(103)]: polite(`mx1.${origin}`),
  },
  verdict: ACCEPTED,
  must: [
    finding('zone.serials-differ', {
      zone: origin,
      serials: [`${servers[0] ?? ''}: 2026010101`, `${servers[1] ?? ''}: 2025010101`],
    }),
    finding('zone.answers-differ', {
      question: `${origin} MX`,
      answers: [
        `${servers[0] ?? ''}: 10 mx1.${origin}`,
        `${servers[1] ?? ''}: 10 mx1.${origin}, 20 old.${origin}`,
      ],
    }),
    finding('zone.answers-differ', {
      question: `mx1.${origin} A`,
      answers: [`${servers[0] ?? ''}: ${at(101)}`, `${servers[1] ?? ''}: ${at(103)}`],
    }),
  ],
  mustNot: ['ns.sets-differ', 'ns.glue-differs', 'dns.server-unusable', 'ns.no-tcp'],
});
