import { block } from '../block';
import { finding, KEPT_BY_OTHERS, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mta-sts-certificate');
const origin = 'mta-sts-certificate.test';

export default scenario({
  name: 'mta-sts-certificate',
  about: 'An enforced MTA-STS policy, and a certificate for another name',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_mta-sts TXT "v=STSv1; id=20261130"', `mta-sts A ${at(151)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`, { certificate: 'other-name' }) },
  webs: {
    [at(151)]: {
      name: `mta-sts.${origin}`,
      body: `version: STSv1\nmode: enforce\nmx: mx1.${origin}\nmax_age: 604800\n`,
    },
  },
  says: [
    /^Accepted: .*, but senders that enforce MTA-STS keep the mail\.$/m,
    /some large providers check more than this test does, and cannot deliver/,
  ],
  saysNot: [/spam folder/],
  verdict: KEPT_BY_OTHERS,
  lookFirst: 'recipient',
  must: [
    finding('mtasts.certificate', {
      mode: 'enforce',
      hasOther: false,
      hosts: [`mx1.${origin} [${at(101)}]`],
      isPlain: false,
    }),
  ],
  mustNot: ['mtasts.enforced', 'mtasts.uncovered'],
});
