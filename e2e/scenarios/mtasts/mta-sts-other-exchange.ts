import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mta-sts-other-exchange');
const origin = 'mta-sts-other-exchange.test';

export default scenario({
  name: 'mta-sts-other-exchange',
  about: 'An enforced MTA-STS policy, and two exchanges of which one shows a certificate for another name',
  target: `user@${origin}`,
  zones: [
    zoneWithMx(
      at,
      origin,
      '@ MX 20 mx2',
      `mx2 A ${at(102)}`,
      '_mta-sts TXT "v=STSv1; id=20261130"',
      `mta-sts A ${at(151)}`,
    ),
  ],
  mtas: {
    [at(101)]: polite(`mx1.${origin}`),
    [at(102)]: polite(`mx2.${origin}`, { certificate: 'other-name' }),
  },
  webs: {
    [at(151)]: {
      name: `mta-sts.${origin}`,
      body: `version: STSv1\nmode: enforce\nmx: *.${origin}\nmax_age: 604800\n`,
    },
  },
  verdict: ACCEPTED,
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
