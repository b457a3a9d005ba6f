import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('helo-only');
const hosts = [`mx1.helo-only.test [${at(101)}]`];

export default scenario({
  name: 'helo-only',
  about: 'Knows HELO only, as before 1995',
  target: 'user@helo-only.test',
  zones: [zoneWithMx(at, 'helo-only.test')],
  mtas: { [at(101)]: scripted('mx1.helo-only.test', { EHLO: ['500 Command unrecognized'] }) },
  asked: { [at(101)]: ['EHLO probe.example', 'HELO probe.example', 'QUIT'] },
  verdict: ACCEPTED,
  must: [
    finding('smtp.helo-only', { hosts, reply: '500 Command unrecognized' }),
    finding('smtp.accepted', { hosts }),
  ],
  mustNot: ['smtp.refused', 'smtp.protocol-error'],
});
