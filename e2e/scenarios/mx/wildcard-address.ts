import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('wildcard-address');
const origin = 'wildcard-address.test';

export default scenario({
  name: 'wildcard-address',
  about: 'A wildcard gives every subdomain an address, and a mistyped one gets mail there',
  target: `user@shpo.${origin}`,
  zones: [zoneWithMx(at, origin, `* A ${at(102)}`)],
  mtas: { [at(102)]: polite(`shpo.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('mx.implicit', { domain: `shpo.${origin}` }),
    finding('domain.by-wildcard', { domain: `shpo.${origin}`, records: [at(102)] }),
  ],
  mustNot: ['mx.wildcard', 'domain.not-found', 'zone.answers-differ'],
});
