import { publishesSts } from '../publishes';
import { othersOf } from '../scenario';

export default publishesSts('mta-sts-mode-none', {
  about: 'An MTA-STS policy that says there is none any more, with line ends of Unix',
  web: {
    body: `version: STSv1\nmode: none\nmax_age: 86400\n`,
  },
  must: [],
  mustNot: othersOf('mtasts'),
});
