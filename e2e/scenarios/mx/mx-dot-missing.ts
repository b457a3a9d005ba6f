import { block } from '../block';
import { finding, forGood, scenario, zone } from '../scenario';

const at = block('mx-dot-missing');
const origin = 'mx-dot-missing.test';
const elsewhere = 'mx-dot-missing.example';

export default scenario({
  name: 'mx-dot-missing',
  about: 'Exchanges that lack the dot at their end: a name elsewhere, one of the own zone, an address',
  target: `user@sub.${origin}`,
  zones: [
    zone(
      at,
      origin,
      `sub MX 10 mx.l.${elsewhere}`,
      `sub MX 20 mail.sub.${origin}`,
      `sub MX 30 ${at(101)}`,
      'sub MX 40 not.there',
      'sub MX 50 aspmx.l.google.com',
    ),
    zone((host) => at(host + 10), elsewhere, `mx.l A ${at(102)}`),
  ],
  notAsked: [at(102)],
  verdict: forGood('dns'),
  must: [
    finding('mx.dot-missing', {
      domain: `sub.${origin}`,
      preference: 10,
      exchange: `mx.l.${elsewhere}.${origin}`,
      meant: `mx.l.${elsewhere}`,
      exists: true,
    }),
    finding('mx.dot-missing', { preference: 50, meant: 'aspmx.l.google.com', exists: false }),
    finding('mx.name-doubled', {
      exchange: `mail.sub.${origin}.${origin}`,
      meant: `mail.sub.${origin}`,
    }),
    finding('mx.address-without-dot', { exchange: `${at(101)}.${origin}`, address: at(101) }),
    finding('mx.no-address', { exchange: `not.there.${origin}`, others: false }),
  ],
  mustNot: ['mx.is-address-literal', 'mx.implicit', 'mx.single-label'],
});
