import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('drips-for-ever');
const hosts = [`mx1.drips-for-ever.test [${at(101)}]`];
const slowly = Array.from({ length: 60 }, () => [{ waitMs: 500 }, '250-X-MORE'] as const).flat();

export default scenario({
  name: 'drips-for-ever',
  about: 'Answers EHLO with a line every half second, and never with the last one',
  target: 'user@drips-for-ever.test',
  zones: [zoneWithMx(at, 'drips-for-ever.test')],
  mtas: { [at(101)]: scripted('mx1.drips-for-ever.test', { EHLO: slowly }) },
  verdict: forNow('ehlo'),
  says: [/did not finish its answer/],
  saysNot: [/fell silent/],
  must: [finding('smtp.silent', { hosts, stage: 'ehlo', begun: '250-X-MORE' })],
  mustNot: ['smtp.too-much', 'smtp.protocol-error', 'smtp.accepted'],
});
