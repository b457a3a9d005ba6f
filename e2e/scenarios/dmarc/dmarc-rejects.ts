import { block } from '../block';
import { ACCEPTED, polite, scenario, zoneWithMx } from '../scenario';

const at = block('dmarc-rejects');
const origin = 'dmarc-rejects.test';

export default scenario({
  name: 'dmarc-rejects',
  about: 'A DMARC record that asks for mail to be rejected',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:dmarc@dmarc-rejects.test"')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [],
  mustNot: [
    'dmarc.none',
    'dmarc.subdomains',
    'dmarc.invalid',
    'dmarc.faults',
    'dmarc.unanswered',
    'dmarc.reports-not-taken',
  ],
});
