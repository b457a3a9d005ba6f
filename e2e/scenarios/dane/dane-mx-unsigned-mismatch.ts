import { block } from '../block';
import { KEPT_BY_OTHERS, finding, polite, scenario, signedZone, zone } from '../scenario';

const at = block('dane-mx-unsigned-mismatch');
const origin = 'dane-mx-unsigned-mismatch.test';
const provider = 'dane-mx-unsigned-mismatch-provider.test';

export default scenario({
  name: 'dane-mx-unsigned-mismatch',
  about:
    'DANE: the domain is not signed, the zone of its exchange is; Postfix goes by a TLSA record that does not fit',
  target: `user@${origin}`,
  zones: [
    zone(at, origin, `@ MX 10 mx1.${provider}.`),
    signedZone(
      at,
      provider,
      {},
      '_25._tcp.mx1 TLSA 3 1 1 abababababababababababababababababababababababababababababababab',
    ),
  ],
  mtas: { [at(101)]: polite(`mx1.${provider}`) },
  verdict: KEPT_BY_OTHERS,
  says: [/Postfix servers with DANE defer the mail/, /Microsoft 365 does not ask for TLSA there/],
  saysNot: [/GMX/],
  must: [finding('dane.mismatch', { hosts: [`mx1.${provider}`], isMxSigned: false, hasOther: false })],
  mustNot: ['dane.fits', 'dane.mx-unsigned', 'dane.ignored'],
});
