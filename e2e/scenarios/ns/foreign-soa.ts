import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('foreign-soa');
const origin = 'foreign-soa.test';
const balancer = { how: 'foreign-soa', only: ['AAAA'] } as const;

export default scenario({
  name: 'foreign-soa',
  about: 'A load balancer denies the AAAA of the exchange with the SOA of the zone above',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  behaviours: { [at(1)]: balancer, [at(2)]: balancer },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  says: [/SERVFAIL/],
  must: [
    finding('ns.foreign-soa', {
      zone: origin,
      owner: 'test',
      servers: [`ns1.${origin} [${at(1)}]`, `ns2.${origin} [${at(2)}]`],
      questions: ['mx1', 'ns1', 'ns2'].map((name) => `${name}.${origin} AAAA`),
    }),
  ],
  mustNot: ['dns.failing', 'dns.server-unusable', 'mx.no-address'],
});
