import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('implicit-mx');

export default scenario({
  name: 'implicit-mx',
  about: 'No MX: mail goes to the address of the domain itself',
  target: 'user@implicit-mx.test',
  zones: [zone(at, 'implicit-mx.test', `@ A ${at(101)}`)],
  mtas: { [at(101)]: polite('implicit-mx.test') },
  verdict: ACCEPTED,
  must: [
    finding('mx.implicit', { domain: 'implicit-mx.test' }),
    finding('smtp.accepted', { hosts: [`implicit-mx.test [${at(101)}]`] }),
  ],
  mustNot: ['ns.letter-case', 'mx.null', 'domain.no-mail-service', 'mx.no-address'],
});
