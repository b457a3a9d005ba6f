import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('dmarc-several');
const origin = 'dmarc-several.test';

export default scenario({
  name: 'dmarc-several',
  about: 'Two DMARC records, and nobody applies either',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_dmarc TXT "v=DMARC1; p=reject"', '_dmarc TXT "v=DMARC1; p=none"')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('dmarc.invalid', { domain: origin, at: origin, kind: 'several', kept: 'v=DMARC1; p=reject' }),
  ],
  mustNot: ['dmarc.none', 'dmarc.faults'],
});
