import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('mx-alias-too-long');
const origin = 'mx-alias-too-long.test';

export default scenario({
  name: 'mx-alias-too-long',
  about: 'The first exchange is an alias of an alias of an alias, without an end',
  target: `user@${origin}`,
  zones: [
    zone(
      at,
      origin,
      ...['@ MX 10 a1', '@ MX 20 mx1', `mx1 A ${at(101)}`],
      ...Array.from({ length: 40 }, (_, n) => `a${n + 1} CNAME a${n + 2}`),
      `a41 A ${at(102)}`,
    ),
  ],
  notAsked: [at(102)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('mx.alias-loop', { exchange: `a1.${origin}`, others: true })],
  mustNot: ['mx.address-unresolved', 'mx.is-alias', 'dns.failing'],
});
