import { block } from '../block';
import { publishesSts } from '../publishes';
import { finding, polite } from '../scenario';

const at = block('mta-sts-other-exchange');
const origin = 'mta-sts-other-exchange.test';

export default publishesSts('mta-sts-other-exchange', {
  about: 'An enforced MTA-STS policy, and two exchanges of which one shows a certificate for another name',
  records: ['@ MX 20 mx2', `mx2 A ${at(102)}`],
  mtas: {
    [at(101)]: polite(`mx1.${origin}`),
    [at(102)]: polite(`mx2.${origin}`, { certificate: 'other-name' }),
  },
  web: { body: `version: STSv1\nmode: enforce\nmx: *.${origin}\nmax_age: 604800\n` },
  says: [/go on to another address or exchange/, /spam folder/],
  saysNot: [/keep the mail/, /cannot deliver/],
  must: [
    finding('mtasts.certificate', {
      mode: 'enforce',
      hasOther: true,
      hosts: [`mx2.${origin} [${at(102)}]`],
    }),
  ],
  mustNot: ['mtasts.enforced', 'mtasts.uncovered'],
});
