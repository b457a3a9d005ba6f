import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('too-many-exchanges');
const origin = 'too-many-exchanges.test';

export default scenario({
  name: 'too-many-exchanges',
  about: 'More mail exchangers than anybody tries, in an answer that needs TCP',
  target: `user@${origin}`,
  zones: [
    zone(
      at,
      origin,
      ...Array.from({ length: 900 }, (_, n) => `@ MX ${n + 1} mx${n + 1}`),
      `mx1 A ${at(101)}`,
    ),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('mx.many-without-address', { domain: origin, all: 20, others: true }),
    finding('mx.too-many', { count: 20 }),
    finding('mx.large-answer', { domain: origin }),
  ],
  mustNot: ['mx.no-address', 'dns.failing', 'check.limit-reached', 'zone.answers-differ'],
});
