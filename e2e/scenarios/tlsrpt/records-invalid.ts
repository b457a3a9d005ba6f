import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('records-invalid');
const origin = 'records-invalid.test';

export default scenario({
  name: 'records-invalid',
  about: 'Records for TLS reports and a logo that are not valid',
  target: `user@${origin}`,
  zones: [
    zoneWithMx(
      at,
      origin,
      '_smtp._tls TXT "v=TLSRPTv1; rua=nobody"',
      'default._bimi TXT "v=BIMI1; l=http://example.test/logo.svg"',
    ),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('tlsrpt.invalid', { domain: origin, what: 'bad-rua' }),
    finding('bimi.invalid', { at: origin, what: 'bad-logo' }),
  ],
  mustNot: ['mtasts.invalid', 'bimi.not-shown'],
});
