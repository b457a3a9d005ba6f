import { block } from '../block';
import { finding, forNow, polite, scenario, zoneWithMx } from '../scenario';

const at = block('mx-servfail');
const origin = 'mx-servfail.test';

export default scenario({
  name: 'mx-servfail',
  about: 'The name servers fail for MX and answer everything else: the address must not stand in',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, `@ A ${at(101)}`)],
  behaviours: {
    [at(1)]: { how: 'servfail', only: ['MX'] },
    [at(2)]: { how: 'servfail', only: ['MX'] },
  },
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: forNow('dns', 'recipient'),
  must: [finding('dns.failing', { zone: origin, causes: ['servfail', 'servfail'] })],
  mustNot: ['mx.implicit', 'dns.no-answer'],
  notAsked: [at(101)],
});
