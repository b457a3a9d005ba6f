import { block } from '../block';
import { finding, forNow, scenario } from '../scenario';

const at = block('delegated-too-deep');
const depths = Array.from({ length: 18 }, (_, index) => index + 1);
/** `d3.d2.d1.delegated-too-deep.test` is the zone at depth 3. */
const zoneAt = (depth: number) =>
  [...depths.slice(0, depth)]
    .reverse()
    .map((n) => `d${n}.`)
    .join('') + 'delegated-too-deep.test';

export default scenario({
  name: 'delegated-too-deep',
  about: 'Each level of the name is a zone of its own, eighteen deep',
  target: `user@${zoneAt(18)}`,
  zones: [0, ...depths].map((depth) => ({
    origin: zoneAt(depth),
    servers: { [`ns.${zoneAt(depth)}`]: [at(depth + 1)] },
    records: [],
  })),
  verdict: forNow('dns', 'recipient'),
  must: [finding('dns.too-deep', { domain: zoneAt(18) })],
  mustNot: ['dns.no-server-address', 'dns.alias-loop', 'dns.failing', 'domain.not-found'],
});
