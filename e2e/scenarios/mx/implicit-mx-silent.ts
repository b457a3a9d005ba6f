import { block } from '../block';
import { finding, forNow, scenario, zone } from '../scenario';

const at = block('implicit-mx-silent');
const origin = 'implicit-mx-silent.test';

export default scenario({
  name: 'implicit-mx-silent',
  about: 'No MX record, and the web address of the domain is silent',
  target: `user@${origin}`,
  zones: [zone(at, origin, `@ A ${at(101)}`)],
  mtas: { [at(101)]: { kind: 'black-hole' } },
  verdict: forNow('connect'),
  lookFirst: 'recipient',
  says: [/has no MX record, as with a mistyped domain/],
  saysNot: [/No mail server answered this check/],
  must: [finding('mx.implicit', { domain: origin }), finding('tcp.timed-out', {})],
  mustNot: ['vantage.port-rejected', 'vantage.nothing-reachable'],
});
