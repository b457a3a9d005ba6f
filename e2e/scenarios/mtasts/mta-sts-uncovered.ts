import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mta-sts-uncovered');
const origin = 'mta-sts-uncovered.test';

export default scenario({
  name: 'mta-sts-uncovered',
  about: 'An MTA-STS policy that does not name the exchange: senders that go by it keep the mail',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_mta-sts TXT "v=STSv1; id=20261130"', `mta-sts A ${at(151)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  webs: {
    [at(151)]: {
      name: `mta-sts.${origin}`,
      body: `version: STSv1\nmode: enforce\nmx: mx.old.${origin}\nmax_age: 604800\n`,
    },
  },
  says: [/Gmail/],
  verdict: ACCEPTED,
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
