import { publishes } from '../publishes';

const texts = Array.from(
  { length: 40 },
  (_, n) => `@ TXT "site-verification=${n} of forty that nobody reads"`,
);

export default publishes('many-texts', {
  about: 'So many TXT records beside SPF that they come over TCP alone',
  records: [...texts, '@ TXT "v=spf1 mx -all"'],
  must: [],
  mustNot: ['ns.no-tcp', 'mx.large-answer'],
});
