import { block } from '../block';
import { depends, finding, polite, scenario, zone } from '../scenario';

const at = block('null-mx-beside-refusing');
const origin = 'null-mx-beside-refusing.test';

export default scenario({
  name: 'null-mx-beside-refusing',
  about: 'A null MX beside an exchange that refuses the recipient',
  target: `user@${origin}`,
  zones: [zone(at, origin, '@ MX 0 .', '@ MX 10 mx1', `mx1 A ${at(101)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`, { recipients: { '*': '550 5.1.1 User unknown' } }) },
  verdict: depends('recipient'),
  cases: ['no-mail', 'permanent'],
  says: [/^It depends: .* No sender delivers\.$/m, /No sender delivers: a message comes back\./],
  saysNot: [/[Ss]ome senders deliver|one message arrives|Exim ignores the null MX and delivers/],
  must: [finding('mx.null-with-others', { domain: origin, others: [`mx1.${origin}`] })],
  mustNot: ['mx.null'],
});
