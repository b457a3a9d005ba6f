import { block } from '../block';
import { finding, forGood, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('bidirectional-text');
const hosts = [`mx1.bidirectional-text.test [${at(101)}]`];

export default scenario({
  name: 'bidirectional-text',
  about: 'Turns the direction of writing, to make a refusal look like something else',
  target: 'user@bidirectional-text.test',
  zones: [zoneWithMx(at, 'bidirectional-text.test')],
  mtas: {
    [at(101)]: scripted('mx1.bidirectional-text.test', {
      RCPT: ['550 5.1.1 \u202euser unknown\u202c \u200bno'],
    }),
  },
  verdict: forGood('rcpt'),
  must: [
    finding('smtp.mailbox-unknown', {
      hosts,
      reply: String.raw`550 5.1.1 \xe2\x80\xaeuser unknown\xe2\x80\xac \xe2\x80\x8bno`,
    }),
  ],
  mustNot: ['smtp.protocol-error'],
});
