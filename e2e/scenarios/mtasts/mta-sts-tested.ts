import { publishesSts } from '../publishes';
import { othersOf } from '../scenario';

const origin = 'mta-sts-tested.test';

export default publishesSts('mta-sts-tested', {
  about: 'An MTA-STS policy that is being tested, and met',
  web: {
    body: `version: STSv1\r\nmode: testing\r\nmx: mx1.${origin}\r\nmax_age: 604800\r\n`,
  },
  must: [],
  mustNot: othersOf('mtasts'),
});
