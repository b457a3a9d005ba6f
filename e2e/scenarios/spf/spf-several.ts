import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('spf-several');
const origin = 'spf-several.test';

export default scenario({
  name: 'spf-several',
  about: 'Two SPF records',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '@ TXT "v=spf1 mx -all"', '@ TXT "v=spf1 a -all"')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  says: [/IN TXT "v=spf1 (mx a|a mx) -all"/],
  verdict: ACCEPTED,
  must: [
    finding('spf.invalid', {
      domain: origin,
      kind: 'several-records',
      records: ['v=spf1 a -all', 'v=spf1 mx -all'],
    }),
  ],
  mustNot: ['spf.none'],
});
