import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, signedZone } from '../scenario';

const at = block('dane-self-signed');
const origin = 'dane-self-signed.test';

export default scenario({
  name: 'dane-self-signed',
  about: 'DANE: the TLSA record names a certificate that nobody else signed',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, {}, `_25._tcp.mx1 TLSA 3 1 1 {key self-signed of mx1.${origin}}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`, { certificate: 'self-signed' }) },
  saysNot: [/but: the certificate/],
  verdict: ACCEPTED,
  must: [
    finding('tls.not-trusted', { reason: 'DEPTH_ZERO_SELF_SIGNED_CERT', isPinned: true }),
    finding('dane.fits', { hosts: [`mx1.${origin}`] }),
  ],
  mustNot: ['dane.mismatch', 'dane.ignored', 'dane.unusable', 'dane.no-tls'],
});
