import { block } from '../block';
import { ACCEPTED, polite, scenario, zoneWithMx } from '../scenario';

const at = block('dmarc-monitors');
const origin = 'dmarc-monitors.test';

export default scenario({
  name: 'dmarc-monitors',
  about: 'A DMARC record that only collects reports',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_dmarc TXT "v=DMARC1; p=none; rua=mailto:dmarc@dmarc-monitors.test"')],
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
