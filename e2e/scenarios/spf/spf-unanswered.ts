import { block } from '../block';
import { publishes } from '../publishes';
import { finding } from '../scenario';

const at = block('spf-unanswered');
const origin = 'spf-unanswered.test';

export default publishes('spf-unanswered', {
  about: 'An SPF record whose include is not to be had',
  records: [`@ TXT "v=spf1 include:spf.${origin} -all"`],
  behaviours: { [at(1)]: { failsFor: [`spf.${origin}`] }, [at(2)]: { failsFor: [`spf.${origin}`] } },
  must: [finding('spf.unanswered', { domain: origin, at: `spf.${origin}` })],
  mustNot: ['spf.invalid', 'spf.none', 'dns.failing'],
});
