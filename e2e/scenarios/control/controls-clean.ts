import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('controls-clean');
const host = `mx1.controls-clean.test [${at(101)}]`;

export default scenario({
  name: 'controls-clean',
  about: 'Everything asked beside the recipient is answered as it should be',
  target: 'user@controls-clean.test',
  controls: ['random', 'postmaster', 'abuse', 'null-sender', 'relay'],
  zones: [zoneWithMx(at, 'controls-clean.test')],
  mtas: {
    [at(101)]: polite('mx1.controls-clean.test', {
      recipients: {
        'user@controls-clean.test': '250 2.1.5 Ok',
        'postmaster@controls-clean.test': '250 2.1.5 Ok',
        'abuse@controls-clean.test': '250 2.1.5 Ok',
        'relaytest@probe.example': '554 5.7.1 <relaytest@probe.example>: Relay access denied',
        '*': '550 5.1.1 User unknown in virtual mailbox table',
      },
    }),
  },
  asked: {
    [at(101)]: [
      'RCPT TO:<user@controls-clean.test>',
      'RCPT TO:<mxproof-control-iiiiiiiiiiii@controls-clean.test>',
      'RCPT TO:<postmaster@controls-clean.test>',
      'RCPT TO:<abuse@controls-clean.test>',
      'RCPT TO:<relaytest@probe.example>',
      'MAIL FROM:<>',
    ],
  },
  verdict: ACCEPTED,
  must: [
    finding('control.refuses-unknown', {
      hosts: [host],
      recipient: 'mxproof-control-iiiiiiiiiiii@controls-clean.test',
      reply: '550 5.1.1 User unknown in virtual mailbox table',
    }),
    finding('control.relay-refused', { hosts: [host], recipient: 'relaytest@probe.example' }),
  ],
  mustNot: ['control.accepts-any', 'control.open-relay', 'control.undecided'],
  quiet: false,
});
