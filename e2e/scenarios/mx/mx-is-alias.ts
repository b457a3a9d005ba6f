import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('mx-is-alias');

export default scenario({
  name: 'mx-is-alias',
  about: 'The MX names an alias, and the certificate is for the name behind it',
  target: 'user@mx-is-alias.test',
  zones: [zone(at, 'mx-is-alias.test', '@ MX 10 mail', 'mail CNAME host7', `host7 A ${at(101)}`)],
  mtas: { [at(101)]: polite('host7.mx-is-alias.test') },
  verdict: ACCEPTED,
  must: [
    finding('mx.is-alias', {
      exchange: 'mail.mx-is-alias.test',
      target: 'host7.mx-is-alias.test',
      chain: ['host7.mx-is-alias.test'],
    }),
    finding('tls.not-trusted', { aliasTarget: 'host7.mx-is-alias.test' }),
  ],
  mustNot: ['domain.is-alias', 'mx.no-address'],
});
