import { publishes } from '../publishes';

export default publishes('wish-otherwise', {
  about: 'A TXT record that allows contact',
  records: ['_mxproof TXT "v=mxproof1; contact=yes"'],
  must: [],
  mustNot: ['domain.asks-for-no-check', 'check.not-contacted'],
});
