import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('spf-none');
const origin = 'spf-none.test';

export default scenario({
  name: 'spf-none',
  about: 'No SPF and no DMARC record',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  quiet: true,
  verdict: ACCEPTED,
  must: [
    finding('spf.none', { domain: origin }),
    finding('dmarc.none', { domain: origin, asked: [`_dmarc.${origin}`, '_dmarc.test'] }),
  ],
  mustNot: [
    'spf.former-type',
    'spf.invalid',
    'spf.unanswered',
    'dmarc.invalid',
    'mtasts.invalid',
    'mtasts.unreachable',
    'tlsrpt.invalid',
    'bimi.invalid',
    'dane.unanswered',
    'dane.mismatch',
  ],
});
