import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('zone-contact');
const origin = 'zone-contact.test';

export default scenario({
  name: 'zone-contact',
  about: 'An SOA record with an unusable contact and a hidden primary',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '@ 3600 SOA hidden hostmaster\\@example.org. 1 7200 900 1209600 300')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  quiet: true,
  verdict: ACCEPTED,
  must: [
    finding('zone.contact-unusable', { zone: origin }),
    finding('zone.primary-hidden', { zone: origin, mname: `hidden.${origin}` }),
  ],
  mustNot: ['zone.expires-soon', 'ns.sets-differ'],
});
