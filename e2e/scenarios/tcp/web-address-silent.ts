import { block } from '../block';
import { finding, forNow, scenario, zone } from '../scenario';

const at = block('web-address-silent');
const origin = 'web-address-silent.test';

export default scenario({
  name: 'web-address-silent',
  about: 'A domain without MX, as mistyped ones are: its web addresses drop what is for port 25',
  target: `user@${origin}`,
  zones: [zone(at, origin, `@ A ${at(101)}`, `@ A ${at(102)}`)],
  mtas: { [at(101)]: { kind: 'black-hole' }, [at(102)]: { kind: 'black-hole' } },
  verdict: forNow('connect'),
  causes: { 'sender-addressing': 'open' },
  says: [/has no MX record, and its own address takes no connection/, /Check the spelling/],
  saysNot: [/outgoing port 25/, /returned to the sender at once/],
  must: [finding('tcp.timed-out', { implicit: origin }), finding('mx.implicit', { domain: origin })],
  mustNot: ['vantage.nothing-reachable'],
});
