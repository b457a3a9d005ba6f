import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('bimi-not-shown');
const origin = 'bimi-not-shown.test';

export default scenario({
  name: 'bimi-not-shown',
  about: 'A BIMI record with a logo, and a DMARC policy that asks for nothing',
  target: `user@${origin}`,
  zones: [
    zoneWithMx(
      at,
      origin,
      '_dmarc TXT "v=DMARC1; p=none"',
      'default._bimi TXT "v=BIMI1; l=https://example.test/logo.svg"',
    ),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('bimi.not-shown', { domain: origin, parts: [`p=none (${origin})`] })],
  mustNot: ['bimi.invalid'],
});
