import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('greylisting-greeting');
const hosts = [`mx1.greylisting-greeting.test [${at(101)}]`];

export default scenario({
  name: 'greylisting-greeting',
  about: 'Sends newcomers away in the greeting: greylisting with 421',
  target: 'user@greylisting-greeting.test',
  zones: [zoneWithMx(at, 'greylisting-greeting.test')],
  mtas: {
    [at(101)]: scripted('mx1.greylisting-greeting.test', {
      greeting: ['421 4.7.1 Greylisted, please try again in 5 minutes', 'close'],
    }),
  },
  verdict: forNow('greeting', 'none'),
  must: [finding('smtp.greylisted', { hosts, code: 421, waitSeconds: 300 })],
  mustNot: ['smtp.busy', 'smtp.refused-for-now', 'smtp.closed'],
});
