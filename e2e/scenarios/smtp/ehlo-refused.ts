import { block } from '../block';
import { finding, forGood, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('ehlo-refused');
const hosts = [`mx1.ehlo-refused.test [${at(101)}]`];

export default scenario({
  name: 'ehlo-refused',
  about: 'Refuses EHLO and HELO alike',
  target: 'user@ehlo-refused.test',
  zones: [zoneWithMx(at, 'ehlo-refused.test')],
  mtas: {
    [at(101)]: scripted('mx1.ehlo-refused.test', {
      EHLO: ['550 5.7.1 Access denied'],
      HELO: ['550 5.7.1 Access denied'],
    }),
  },
  asked: { [at(101)]: ['EHLO probe.example', 'HELO probe.example', 'QUIT'] },
  verdict: forGood('ehlo', 'unknown'),
  must: [finding('smtp.refused', { hosts, stage: 'ehlo', code: 550, reply: '550 5.7.1 Access denied' })],
  mustNot: ['smtp.accepted', 'smtp.sender-refused'],
});
