import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('edns-ignored');
const origin = 'edns-ignored.test';

export default scenario({
  name: 'edns-ignored',
  about: 'A name server of an unsigned zone answers as if it had not been asked with EDNS',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  behaviours: { [at(2)]: { how: 'ignore-edns' } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  quiet: true,
  verdict: ACCEPTED,
  must: [finding('ns.edns-ignored', { servers: [`ns2.${origin} [${at(2)}]`], signed: false })],
  mustNot: ['ns.edns-unknown', 'ns.edns-dropped', 'dnssec.missing-signature'],
});
