import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('bimi-of-organisation');
const origin = 'bimi-of-organisation.test';

export default scenario({
  name: 'bimi-of-organisation',
  about: 'A subdomain has the logo of its organisation, whose DMARC policy is milder below',
  target: `user@sub.${origin}`,
  zones: [
    zone(
      at,
      origin,
      'sub MX 10 mx1',
      `mx1 A ${at(101)}`,
      '_dmarc TXT "v=DMARC1; p=quarantine; sp=none; pct=50"',
      '_dmarc.sub TXT "v=DMARC1; p=reject"',
      'default._bimi TXT "v=BIMI1; l=https://example.test/logo.svg"',
    ),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('bimi.not-shown', {
      domain: `sub.${origin}`,
      parts: [`sp=none (${origin})`, `pct=50 (${origin})`],
    }),
  ],
  mustNot: ['bimi.invalid'],
});
