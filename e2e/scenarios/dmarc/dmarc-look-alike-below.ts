import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('dmarc-look-alike-below');
const origin = 'dmarc-look-alike-below.test';
const domain = `sub.${origin}`;

export default scenario({
  name: 'dmarc-look-alike-below',
  about: 'A DMARC record of a domain below that receivers pass over, and go by the one above it',
  target: `user@${domain}`,
  zones: [
    zone(
      at,
      origin,
      'sub MX 10 mx1',
      `mx1 A ${at(101)}`,
      '_dmarc.sub TXT "v=dmarc1; p=none"',
      '_dmarc TXT "v=DMARC1; p=reject"',
    ),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('dmarc.look-alike', {
      domain,
      at: domain,
      text: 'v=dmarc1; p=none',
      record: 'v=DMARC1; p=none',
      from: origin,
    }),
  ],
  mustNot: ['dmarc.none', 'dmarc.invalid'],
});
