import { block } from '../block';
import { finding, forNow, polite, scenario, zoneWithMx } from '../scenario';

const at = block('greylisting-brief');

export default scenario({
  name: 'greylisting-brief',
  about: 'Sends newcomers away for 4 seconds: the second try, made by itself, is let in',
  target: 'user@greylisting-brief.test',
  zones: [zoneWithMx(at, 'greylisting-brief.test')],
  mtas: { [at(101)]: polite('mx1.greylisting-brief.test', { greylistSeconds: 4 }) },
  verdict: forNow('rcpt', 'none'),
  must: [finding('smtp.greylisted', { hosts: [`mx1.greylisting-brief.test [${at(101)}]`], waitSeconds: 4 })],
  mustNot: ['smtp.refused-for-now', 'smtp.accepted'],
});
