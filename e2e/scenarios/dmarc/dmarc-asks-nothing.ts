import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('dmarc-asks-nothing');
const origin = 'dmarc-asks-nothing.test';

export default scenario({
  name: 'dmarc-asks-nothing',
  about: 'A DMARC record with a policy that there is not',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '_dmarc TXT "v=DMARC1; p=block"')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('dmarc.invalid', { at: origin, kind: 'nothing', kept: '' })],
  mustNot: ['dmarc.none'],
});
