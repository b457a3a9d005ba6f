import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('spf-former-type');
const origin = 'spf-former-type.test';
const record = 'v=spf1 mx -all';

export default scenario({
  name: 'spf-former-type',
  about: 'An SPF record of the former type alone, which nobody asks for',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, `@ SPF "${record}"`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('spf.former-type', { domain: origin, record })],
  mustNot: ['spf.none', 'spf.invalid', 'spf.unanswered'],
});
