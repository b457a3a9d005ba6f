import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('controls-bad');
const primary = `mx1.controls-bad.test [${at(101)}]`;
const backup = `mx2.controls-bad.test [${at(102)}]`;

export default scenario({
  name: 'controls-bad',
  about: 'An open relay that knows no postmaster and takes no bounces; its backup accepts everything',
  target: 'user@controls-bad.test',
  controls: ['random', 'postmaster', 'abuse', 'null-sender', 'relay'],
  zones: [
    zone(at, 'controls-bad.test', '@ MX 10 mx1', '@ MX 20 mx2', `mx1 A ${at(101)}`, `mx2 A ${at(102)}`),
  ],
  mtas: {
    [at(101)]: polite('mx1.controls-bad.test', {
      nullSender: '550 5.7.1 Null sender not allowed',
      recipients: {
        'user@controls-bad.test': '250 2.1.5 Ok',
        'relaytest@probe.example': '250 2.1.5 Ok',
        '*': '550 5.1.1 User unknown',
      },
    }),
    [at(102)]: polite('mx2.controls-bad.test', {
      recipients: { 'relaytest@probe.example': '554 5.7.1 Relay access denied' },
    }),
  },
  verdict: ACCEPTED,
  must: [
    finding('control.open-relay', { hosts: [primary], recipient: 'relaytest@probe.example' }),
    finding('control.relay-refused', { hosts: [backup], reply: '554 5.7.1 Relay access denied' }),
    finding('control.postmaster-refused', {
      hosts: [primary],
      recipient: 'postmaster@controls-bad.test',
      reply: '550 5.1.1 User unknown',
    }),
    finding('control.abuse-refused', { hosts: [primary], recipient: 'abuse@controls-bad.test' }),
    finding('control.null-sender-refused', {
      hosts: [primary],
      reply: '550 5.7.1 Null sender not allowed',
    }),
    finding('control.refuses-unknown', { hosts: [primary] }),
    finding('control.accepts-any', {
      hosts: [backup],
      recipient: 'mxproof-control-iiiiiiiiiiii@controls-bad.test',
      asked: 'user@controls-bad.test',
    }),
  ],
  mustNot: ['control.undecided'],
});
