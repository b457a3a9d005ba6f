import { block } from '../block';
import { finding, forGood, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('eight-bit-text');
const hosts = [`mx1.eight-bit-text.test [${at(101)}]`];

export default scenario({
  name: 'eight-bit-text',
  about: 'Answers in Latin-1',
  target: 'user@eight-bit-text.test',
  zones: [zoneWithMx(at, 'eight-bit-text.test')],
  mtas: {
    [at(101)]: scripted('mx1.eight-bit-text.test', {
      RCPT: [{ bytes: Buffer.from('550 5.1.1 Empf\xe4nger unbekannt, unknown user\r\n', 'latin1') }],
    }),
  },
  verdict: forGood('rcpt'),
  must: [
    finding('smtp.mailbox-unknown', {
      hosts,
      reply: String.raw`550 5.1.1 Empf\xe4nger unbekannt, unknown user`,
    }),
  ],
  mustNot: ['smtp.protocol-error'],
});
