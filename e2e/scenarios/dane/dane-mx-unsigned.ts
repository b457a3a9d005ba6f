import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, signedZone, zone } from '../scenario';

const at = block('dane-mx-unsigned');
const origin = 'dane-mx-unsigned.test';
const provider = 'dane-mx-unsigned-provider.test';

export default scenario({
  name: 'dane-mx-unsigned',
  about: 'DANE: the domain is not signed, the zone of its exchange is; the TLSA record fits',
  target: `user@${origin}`,
  zones: [
    zone(at, origin, `@ MX 10 mx1.${provider}.`),
    signedZone(at, provider, {}, `_25._tcp.mx1 TLSA 3 1 1 {key of mx1.${provider}}`),
  ],
  mtas: { [at(101)]: polite(`mx1.${provider}`) },
  verdict: ACCEPTED,
  says: [/Postfix with DANE goes by them, Microsoft 365 does not/],
  must: [finding('dane.mx-unsigned', { domain: origin, hosts: [`mx1.${provider}`] })],
  mustNot: ['dane.fits', 'dane.mismatch', 'dane.ignored'],
});
