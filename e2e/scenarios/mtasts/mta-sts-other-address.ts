import { block } from '../block';
import { publishesSts } from '../publishes';
import { finding, polite } from '../scenario';

const at = block('mta-sts-other-address');
const origin = 'mta-sts-other-address.test';

export default publishesSts('mta-sts-other-address', {
  about:
    'An enforced MTA-STS policy, and an exchange of which one address shows a certificate for another name',
  records: [`mx1 A ${at(102)}`],
  mtas: {
    [at(101)]: polite(`mx1.${origin}`),
    [at(102)]: polite(`mx1.${origin}`, { certificate: 'other-name' }),
  },
  web: { body: `version: STSv1\nmode: enforce\nmx: *.${origin}\nmax_age: 604800\n` },
  says: [/go on to another address or exchange/, /spam folder/],
  saysNot: [/keep the mail/, /cannot deliver/],
  must: [
    finding('mtasts.certificate', {
      mode: 'enforce',
      hasOther: true,
      hosts: [`mx1.${origin} [${at(102)}]`],
    }),
  ],
  mustNot: ['mtasts.enforced', 'mtasts.uncovered'],
});
