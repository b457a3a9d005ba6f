import { block } from '../block';
import { ACCEPTED, finding, othersOf, polite, scenario, signedZone } from '../scenario';

const at = block('edns-ignored-signed');
const origin = 'edns-ignored-signed.test';

export default scenario({
  name: 'edns-ignored-signed',
  about: 'The servers of a signed zone answer as if they had not been asked with EDNS: no signatures come',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, {})],
  behaviours: { [at(1)]: { how: 'ignore-edns' }, [at(2)]: { how: 'ignore-edns' } },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('ns.edns-ignored', {
      servers: [`ns1.${origin} [${at(1)}]`, `ns2.${origin} [${at(2)}]`],
      signed: true,
    }),
    finding('dnssec.indeterminate', { zone: origin, reason: 'without-edns' }),
  ],
  mustNot: othersOf('dnssec', 'dnssec.indeterminate'),
});
