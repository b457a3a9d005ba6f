import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('spf-syntax');
const origin = 'spf-syntax.test';

export default scenario({
  name: 'spf-syntax',
  about: 'An SPF record with a term that there is not',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '@ TXT "v=spf1 mx ipv4:192.0.2.1 -all"')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  says: [/ipv4:192\.0\.2\.1/],
  saysNot: [/but: the SPF/],
  verdict: ACCEPTED,
  must: [finding('spf.invalid', { domain: origin, at: origin, kind: 'syntax', term: 'ipv4:192.0.2.1' })],
  mustNot: ['spf.none', 'spf.too-many-lookups', 'spf.allows-everyone'],
});
