import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('bimi-inherited');
const origin = 'bimi-inherited.test';

export default scenario({
  name: 'bimi-inherited',
  about: 'A subdomain has the logo and the DMARC policy of its organisation',
  target: `user@sub.${origin}`,
  zones: [
    zone(
      at,
      origin,
      'sub MX 10 mx1',
      `mx1 A ${at(101)}`,
      '_dmarc TXT "v=DMARC1; p=reject"',
      'default._bimi TXT "v=BIMI1; l=http://example.test/logo.svg"',
    ),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('bimi.invalid', { domain: `sub.${origin}`, at: origin, what: 'bad-logo' })],
  mustNot: ['bimi.not-shown'],
});
