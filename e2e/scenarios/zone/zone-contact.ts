import { publishes } from '../publishes';
import { finding } from '../scenario';

const origin = 'zone-contact.test';

export default publishes('zone-contact', {
  about: 'An SOA record with an unusable contact and a hidden primary',
  records: ['@ 3600 SOA hidden hostmaster\\@example.org. 1 7200 900 1209600 300'],
  quiet: true,
  must: [
    finding('zone.contact-unusable', { zone: origin }),
    finding('zone.primary-hidden', { zone: origin, mname: `hidden.${origin}` }),
  ],
  mustNot: ['zone.expires-soon', 'ns.sets-differ'],
});
