import { block } from '../block';
import { finding, forGood, polite, scenario, scripted, zone } from '../scenario';

const at = block('controls-undecided');
const primary = `mx1.controls-undecided.test [${at(101)}]`;
const backup = `mx2.controls-undecided.test [${at(102)}]`;

export default scenario({
  name: 'controls-undecided',
  about: 'One server closes after the recipient, one puts every other recipient off',
  target: 'user@controls-undecided.test',
  controls: ['postmaster', 'null-sender'],
  zones: [
    zone(at, 'controls-undecided.test', '@ MX 10 mx1', '@ MX 20 mx2', `mx1 A ${at(101)}`, `mx2 A ${at(102)}`),
  ],
  mtas: {
    [at(101)]: scripted('mx1.controls-undecided.test', {
      RCPT: ['550 5.1.1 <user@controls-undecided.test>: unknown', 'close'],
    }),
    [at(102)]: polite('mx2.controls-undecided.test', { recipients: { '*': '451 4.7.1 Later' } }),
  },
  verdict: forGood('rcpt'),
  must: [
    finding('control.undecided', { hosts: [primary], control: 'postmaster', reply: '' }),
    finding('control.undecided', { hosts: [primary], control: 'null-sender', reply: '' }),
    finding('control.undecided', { hosts: [backup], control: 'postmaster', reply: '451 4.7.1 Later' }),
  ],
  mustNot: ['control.postmaster-refused', 'control.null-sender-refused', 'control.accepts-any'],
});
