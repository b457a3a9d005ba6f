import { block } from '../block';
import { depends, finding, polite, scenario, zone } from '../scenario';

const at = block('mx-denied-with-nxdomain');
const origin = 'mx-denied-with-nxdomain.test';
const balancer = { how: 'nxdomain', only: ['MX'] } as const;

export default scenario({
  name: 'mx-denied-with-nxdomain',
  about: 'A load balancer denies the name for every type but its address',
  target: `user@www.${origin}`,
  zones: [zone(at, origin, `www A ${at(101)}`)],
  behaviours: { [at(1)]: balancer, [at(2)]: balancer },
  mtas: { [at(101)]: polite(`www.${origin}`) },
  verdict: depends('recipient'),
  cases: ['permanent', 'accepted'],
  says: [/NXDOMAIN answer as final, as Exim does/, /all the same, as Postfix does/],
  saysNot: [/has no MX record/],
  must: [finding('mx.denied-with-nxdomain', { domain: `www.${origin}`, zone: origin })],
  mustNot: ['mx.implicit', 'domain.not-found'],
});
