import { block } from '../block';
import { ACCEPTED, polite, scenario, zoneWithMx } from '../scenario';

const at = block('bimi-logo');
const origin = 'bimi-logo.test';

export default scenario({
  name: 'bimi-logo',
  about: 'A BIMI record with a logo, and a DMARC policy that lets it be shown',
  target: `user@${origin}`,
  zones: [
    zoneWithMx(
      at,
      origin,
      '_dmarc TXT "v=DMARC1; p=reject"',
      'default._bimi TXT "v=BIMI1; l=https://example.test/logo.svg"',
    ),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [],
  mustNot: ['bimi.invalid', 'bimi.not-shown'],
});
