import { block } from '../block';
import { finding, forNow, scenario, scripted, SILENCE_SECONDS, zoneWithMx } from '../scenario';

const at = block('silent-at-final-dot');
const hosts = [`mx1.silent-at-final-dot.test [${at(101)}]`];

export default scenario({
  name: 'silent-at-final-dot',
  about: 'Hears the whole message and does not answer the final dot',
  target: 'user@silent-at-final-dot.test',
  zones: [zoneWithMx(at, 'silent-at-final-dot.test')],
  mtas: { [at(101)]: scripted('mx1.silent-at-final-dot.test', { message: ['silence'] }) },
  depth: 'message',
  asked: { [at(101)]: ['DATA', '.'] },
  verdict: forNow('message'),
  must: [finding('smtp.silent', { hosts, stage: 'message', seconds: SILENCE_SECONDS })],
  mustNot: ['smtp.accepted', 'smtp.message-accepted', 'smtp.slow-final-dot'],
});
