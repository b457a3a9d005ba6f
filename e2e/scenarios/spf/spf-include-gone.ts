import { publishes } from '../publishes';
import { finding } from '../scenario';

const origin = 'spf-include-gone.test';

export default publishes('spf-include-gone', {
  about: 'An SPF record that includes one that is gone',
  records: ['@ TXT "v=spf1 mx include:spf.gone.test -all"'],
  must: [
    finding('spf.invalid', {
      at: origin,
      kind: 'no-record',
      term: 'include:spf.gone.test',
      target: 'spf.gone.test',
    }),
  ],
  mustNot: ['spf.void-lookups', 'spf.unanswered'],
});
