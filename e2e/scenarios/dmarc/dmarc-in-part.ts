import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('dmarc-in-part');
const origin = 'dmarc-in-part.test';

export default scenario({
  name: 'dmarc-in-part',
  about: 'A DMARC record of RFC 7489 for half of the mail, and weaker below the domain',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_dmarc TXT "v=DMARC1; p=quarantine; sp=none; pct=50"')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('dmarc.subdomains', { at: origin, p: 'quarantine', parts: ['sp=none'] }),
    finding('dmarc.former-tags', { parts: ['pct=50'] }),
  ],
  mustNot: ['dmarc.none', 'dmarc.invalid', 'dmarc.faults', 'dmarc.unanswered', 'dmarc.reports-not-taken'],
});
