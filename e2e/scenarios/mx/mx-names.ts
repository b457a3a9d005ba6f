import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('mx-names');
const origin = 'mx-names.test';

export default scenario({
  name: 'mx-names',
  about: 'Exchanges whose names cannot be right',
  target: `user@${origin}`,
  zones: [
    zone(
      at,
      origin,
      '@ MX 10 mail_in',
      '@ MX 20 localhost.',
      '@ MX 30 mail.',
      `@ MX 40 mx1.${origin}`,
      `mail_in A ${at(101)}`,
    ),
  ],
  mtas: { [at(101)]: polite(`mail_in.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('mx.underscore', { exchange: `mail_in.${origin}` }),
    finding('mx.localhost', { exchange: 'localhost' }),
    finding('mx.single-label', { exchange: 'mail', meant: `mail.${origin}` }),
    finding('mx.name-doubled', { exchange: `mx1.${origin}.${origin}`, meant: `mx1.${origin}` }),
  ],
  mustNot: ['mx.duplicate', 'mx.shared-address'],
});
