import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('dmarc-look-alike');
const origin = 'dmarc-look-alike.test';
const text = 'v=DMARC1 p=reject';

export default scenario({
  name: 'dmarc-look-alike',
  about: 'A DMARC record without its semicolons',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, `_dmarc TXT "${text}"`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('dmarc.look-alike', {
      domain: origin,
      at: origin,
      text,
      record: 'v=DMARC1; p=reject',
      from: '',
    }),
  ],
  mustNot: ['dmarc.none', 'dmarc.invalid', 'spf.look-alike'],
});
