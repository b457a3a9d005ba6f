import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('never-answers-quit');
const origin = 'never-answers-quit.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'never-answers-quit',
  about: 'Takes the recipient and does not answer QUIT',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: scripted(`mx1.${origin}`, { QUIT: ['silence'] }) },
  verdict: ACCEPTED,
  must: [finding('smtp.accepted', { hosts })],
  mustNot: ['smtp.silent', 'smtp.out-of-step'],
});
