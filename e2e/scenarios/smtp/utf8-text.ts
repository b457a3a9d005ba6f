import { block } from '../block';
import { finding, forGood, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('utf8-text');
const hosts = [`mx1.utf8-text.test [${at(101)}]`];

export default scenario({
  name: 'utf8-text',
  about: 'Answers in UTF-8',
  target: 'user@utf8-text.test',
  zones: [zoneWithMx(at, 'utf8-text.test')],
  mtas: {
    [at(101)]: scripted('mx1.utf8-text.test', { RCPT: ['550 5.1.1 Empfänger unbekannt, 未知 unknown user'] }),
  },
  verdict: forGood('rcpt'),
  must: [
    finding('smtp.mailbox-unknown', { hosts, reply: '550 5.1.1 Empfänger unbekannt, 未知 unknown user' }),
  ],
  mustNot: ['smtp.protocol-error'],
});
