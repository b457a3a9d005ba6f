import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('code-not-digits');
const hosts = [`mx1.code-not-digits.test [${at(101)}]`];

export default scenario({
  name: 'code-not-digits',
  about: 'Answers with a code that is none: 25x',
  target: 'user@code-not-digits.test',
  zones: [zoneWithMx(at, 'code-not-digits.test')],
  mtas: { [at(101)]: scripted('mx1.code-not-digits.test', { RCPT: ['25x Ok'] }) },
  verdict: forNow('rcpt', 'recipient'),
  must: [finding('smtp.protocol-error', { hosts, stage: 'rcpt', said: '25x Ok' })],
  mustNot: ['smtp.accepted'],
});
