import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('busy-with-too-much');
const origin = 'busy-with-too-much.test';

export default scenario({
  name: 'busy-with-too-much',
  about: 'Ends the session: it gets too much mail at present, 421',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: scripted(`mx1.${origin}`, {
      RCPT: ['421 4.2.1 The mailbox is receiving too much mail right now', 'close'],
    }),
  },
  verdict: forNow('rcpt', 'recipient'),
  causes: { 'recipient-load': 'supported' },
  says: [/says: the server has no time now/],
  saysNot: [/says: too much came/],
  must: [finding('smtp.busy', { category: 'busy', code: 421 })],
  mustNot: ['smtp.rate-limited'],
});
