import { publishes } from '../publishes';
import { finding } from '../scenario';

const origin = 'spf-several.test';

export default publishes('spf-several', {
  about: 'Two SPF records',
  records: ['@ TXT "v=spf1 mx -all"', '@ TXT "v=spf1 a -all"'],
  says: [/IN TXT "v=spf1 (mx a|a mx) -all"/],
  must: [
    finding('spf.invalid', {
      domain: origin,
      kind: 'several-records',
      records: ['v=spf1 a -all', 'v=spf1 mx -all'],
    }),
  ],
  mustNot: ['spf.none'],
});
