import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mx-letter-case');
const origin = 'mx-letter-case.test';
const balancer = { how: 'empty-in-mixed-case', only: ['MX'] } as const;
const denied = `${origin} MX`;

export default scenario({
  name: 'mx-letter-case',
  about: 'Name servers that have the MX in small letters only: who mixes them is told that there is none',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  behaviours: { [at(1)]: balancer, [at(2)]: balancer },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  says: [/capital letters/],
  must: [
    finding('ns.letter-case', {
      zone: origin,
      servers: [`ns1.${origin} [${at(1)}]`, `ns2.${origin} [${at(2)}]`],
      denied,
    }),
  ],
  mustNot: [
    'dns.server-unusable',
    'dns.failing',
    'zone.answers-differ',
    'ns.transports-differ',
    'mx.implicit',
  ],
});
