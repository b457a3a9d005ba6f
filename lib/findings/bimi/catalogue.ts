import { define } from '../define';
import { onlyTxt } from '../fix-record';

/** Whether the logo of the domain can be shown. */
export const catalogue = {
  'bimi.invalid': define<{ domain: string; what: string }>({
    name: 'BIMI record is not valid',
    severity: 'info',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The BIMI record of ${a.domain} is not valid`,
    why: (a) =>
      `What is wrong: ${a.what}. No logo is shown beside mail from the domain; delivery does not go by it.`,
    fix: () => 'Publish exactly one record, with the place of the logo.',
    records: (a) => [onlyTxt(`default._bimi.${a.domain}`, `v=BIMI1; l=https://${a.domain}/logo.svg`)],
    judged:
      'The TXT record at default._bimi begins with v=BIMI1 and is not of the form, or there are several.',
    refs: [],
    example: { domain: 'example.org', what: 'no-logo' },
  }),
};
