import { block } from '../block';
import { depends, finding, polite, scenario, zone } from '../scenario';

const at = block('mx-differs-refused');
const origin = 'mx-differs-refused.test';

export default scenario({
  name: 'mx-differs-refused',
  about: 'Two name servers name different exchanges, which refuse for different reasons',
  target: `user@${origin}`,
  zones: [zone(at, origin, '@ MX 10 mx1', `mx1 A ${at(101)}`, `mx9 A ${at(109)}`)],
  behaviours: { [at(2)]: { records: [`${origin}. MX 10 mx9.${origin}.`] } },
  mtas: {
    [at(101)]: polite(`mx1.${origin}`, { recipients: { '*': '550 5.1.1 User unknown' } }),
    [at(109)]: polite(`mx9.${origin}`, { recipients: { '*': '554 5.7.1 Relay access denied' } }),
  },
  verdict: depends('recipient'),
  cases: ['permanent', 'permanent'],
  says: [/^It depends: .* No sender delivers\.$/m, /does not serve this domain, says mx9\./],
  saysNot: [/[Ss]ome senders (can )?deliver/],
  must: [
    finding('zone.answers-differ', { type: 'MX' }),
    finding('smtp.mailbox-unknown', { hosts: [`mx1.${origin} [${at(101)}]`] }),
    finding('smtp.relay-denied', { hosts: [`mx9.${origin} [${at(109)}]`] }),
  ],
  mustNot: [],
});
