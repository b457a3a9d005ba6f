import { publishes } from '../publishes';
import { finding } from '../scenario';

const origin = 'spf-look-alikes.test';

export default publishes('spf-look-alikes', {
  about: 'Records that look like SPF, and are none',
  records: ['@ TXT "v=spf10 mx -all"', '@ TXT "spf1 mx -all"', '@ TXT "v=spf2.0/pra mx -all"'],
  must: [finding('spf.look-alike', { domain: origin })],
  mustNot: ['spf.none', 'spf.invalid', 'spf.allows-everyone'],
});
