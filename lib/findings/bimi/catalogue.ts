import { define, list } from '../define';
import { faultWords } from '../fault-words';
import { onlyTxt } from '../fix-record';

/** Whether the logo of the domain can be shown. */
export const catalogue = {
  'bimi.invalid': define<{ domain: string; at: string; what: string }>({
    name: 'BIMI record is not valid',
    severity: 'info',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The BIMI record of ${a.domain} is not valid`,
    why: (a) =>
      `What is wrong: ${faultWords('bimi', a.what)}. No logo is shown beside mail from the domain; delivery does not go by it.`,
    fix: () => 'Publish exactly one record, with the place of the logo.',
    records: (a) => [onlyTxt(`default._bimi.${a.at}`, `v=BIMI1; l=https://${a.at}/logo.svg`)],
    judged:
      'The TXT record at default._bimi begins with v=BIMI1 and is not of the form, or there are several.',
    refs: ['draft-brand-indicators-for-message-identification'],
    example: { domain: 'example.org', at: 'example.org', what: 'no-logo' },
  }),
  'bimi.not-shown': define<{ domain: string; parts: string[] }>({
    name: 'BIMI logo is not shown',
    severity: 'info',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The logo of ${a.domain} is not shown: its DMARC policy is too weak`,
    why: (a) =>
      `Receivers show a logo only where DMARC asks for quarantine or reject, for all mail and for subdomains. ${a.parts.length === 0 ? 'No DMARC record counts for the domain.' : `What stands there: ${list(a.parts)}.`} Delivery does not go by it.`,
    fix: () =>
      'Once all mail of the domain is proven, ask for quarantine or reject in p and sp, without pct.',
    judged:
      'A BIMI record names a logo. The DMARC record of the domain or of its organisation has p=none, sp=none, or quarantine with a pct below 100; or none counts.',
    refs: ['draft-brand-indicators-for-message-identification'],
    example: { domain: 'example.org', parts: ['p=none (example.org)'] },
  }),
};
