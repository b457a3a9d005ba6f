import { publishesSts } from '../publishes';
import { finding } from '../scenario';

const origin = 'mta-sts-uncovered.test';

export default publishesSts('mta-sts-uncovered', {
  about: 'An MTA-STS policy that does not name the exchange: senders that go by it keep the mail',
  web: {
    body: `version: STSv1\nmode: enforce\nmx: mx.old.${origin}\nmax_age: 604800\n`,
  },
  says: [/Gmail/],
  must: [
    finding('mtasts.uncovered', {
      domain: origin,
      mode: 'enforce',
      hosts: [`mx1.${origin}`],
      mx: [`mx.old.${origin}`],
    }),
  ],
  mustNot: ['mtasts.enforced', 'mtasts.certificate'],
});
