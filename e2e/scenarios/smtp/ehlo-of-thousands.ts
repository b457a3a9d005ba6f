import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('ehlo-of-thousands');
const origin = 'ehlo-of-thousands.test';
const hosts = [`mx1.${origin} [${at(101)}]`];
const bytes = Buffer.from('250-X-EXTENSION\r\n'.repeat(5_000));

export default scenario({
  name: 'ehlo-of-thousands',
  about: 'Answers EHLO with five thousand lines and the last one',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: scripted(`mx1.${origin}`, { EHLO: [{ bytes }, '250 8BITMIME'] }) },
  verdict: ACCEPTED,
  must: [
    finding('smtp.accepted', { hosts }),
    finding('smtp.many-lines', { hosts, stage: 'ehlo', lines: 5_001 }),
  ],
  mustNot: ['smtp.too-much', 'smtp.silent', 'smtp.protocol-error'],
});
