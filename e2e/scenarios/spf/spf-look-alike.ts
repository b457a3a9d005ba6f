import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('spf-look-alike');
const origin = 'spf-look-alike.test';
const text = 'v=spf1; mx -all';

export default scenario({
  name: 'spf-look-alike',
  about: 'A TXT record with a semicolon where SPF wants a space',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, `@ TXT "${text}"`, '@ TXT "some-service=verified"')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('spf.look-alike', { domain: origin, text, record: 'v=spf1 mx -all' })],
  mustNot: ['spf.none', 'spf.former-type', 'spf.invalid', 'dmarc.look-alike'],
  once: ['spf.look-alike'],
});
