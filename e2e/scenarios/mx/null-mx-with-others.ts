import { block } from '../block';
import { depends, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('null-mx-with-others');
const origin = 'null-mx-with-others.test';

export default scenario({
  name: 'null-mx-with-others',
  about: 'A null MX beside a mail exchanger',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '@ MX 0 .')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: depends('recipient'),
  cases: ['no-mail', 'accepted'],
  must: [finding('mx.null-with-others', { domain: origin, others: [`mx1.${origin}`] })],
  mustNot: ['mx.null', 'mx.null-preference', 'mx.single-label'],
});
