import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('ehlo-name-refused');
const origin = 'ehlo-name-refused.test';
const reply = '550 5.7.1 probe.example: this is not your name';

export default scenario({
  name: 'ehlo-name-refused',
  about: 'Refuses the name in EHLO, and takes it in HELO',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: scripted(`mx1.${origin}`, { EHLO: [reply] }) },
  asked: { [at(101)]: ['EHLO probe.example', 'HELO probe.example', 'QUIT'] },
  verdict: ACCEPTED,
  says: [/refuses EHLO and accepts HELO/],
  saysNot: [/knows only HELO|Update the mail server/],
  must: [finding('smtp.ehlo-refused', { hosts: [`mx1.${origin} [${at(101)}]`], reply })],
  mustNot: ['smtp.helo-only'],
});
