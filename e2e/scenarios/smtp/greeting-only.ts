import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('greeting-only');
const hosts = [`mx1.greeting-only.test [${at(101)}]`];

export default scenario({
  name: 'greeting-only',
  about: 'Nothing is wrong, looked at without naming a recipient',
  target: 'greeting-only.test',
  zones: [zoneWithMx(at, 'greeting-only.test')],
  mtas: { [at(101)]: polite('mx1.greeting-only.test') },
  depth: 'greeting',
  quiet: true,
  verdict: { ...ACCEPTED, stage: 'ehlo' },
  must: [finding('smtp.greeting-ok', { hosts })],
  mustNot: ['smtp.accepted'],
});
