import { define } from '../define';
import { faultWords } from '../fault-words';
import { onlyTxt } from '../fix-record';

/** Whether senders can report how TLS went. */
export const catalogue = {
  'tlsrpt.invalid': define<{ domain: string; what: string }>({
    name: 'TLS-RPT record is not valid',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The TLS-RPT record of ${a.domain} is not valid`,
    why: (a) =>
      `What is wrong: ${faultWords('tls-rpt', a.what)}. Senders send no reports about TLS, so that faults of DANE or MTA-STS go unseen. Mail is delivered.`,
    fix: () => 'Publish exactly one record, with a mailbox that exists.',
    records: (a) => [onlyTxt(`_smtp._tls.${a.domain}`, `v=TLSRPTv1; rua=mailto:tls-reports@${a.domain}`)],
    judged:
      'The TXT record at _smtp._tls begins with v=TLSRPTv1 and is not of the form, or there are several.',
    refs: ['RFC 8460 §3'],
    example: { domain: 'example.org', what: 'no-rua' },
  }),
};
