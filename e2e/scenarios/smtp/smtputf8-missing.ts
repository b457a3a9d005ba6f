import { block } from '../block';
import { finding, forGood, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('smtputf8-missing');
const hosts = [`mx1.smtputf8-missing.test [${at(101)}]`];

export default scenario({
  name: 'smtputf8-missing',
  about: 'An address with letters beyond ASCII, and a server without SMTPUTF8',
  target: 'jürg@smtputf8-missing.test',
  zones: [zoneWithMx(at, 'smtputf8-missing.test')],
  mtas: { [at(101)]: scripted('mx1.smtputf8-missing.test', {}) },
  asked: { [at(101)]: ['EHLO probe.example', 'QUIT'] },
  verdict: forGood('mail'),
  must: [finding('smtp.smtputf8-missing', { hosts, recipient: 'jürg@smtputf8-missing.test' })],
  mustNot: ['smtp.protocol-error', 'smtp.sender-refused', 'smtp.accepted'],
});
