import { block, finding, forGood, polite, scenario, zoneWithMx } from './scenario';

const at = block(4);
const hosts = [`mx1.message-refused.test [${at(101)}]`];

export default scenario({
  name: 'message-refused',
  about: 'Refuses the message after its final dot: 554 5.7.1',
  target: 'user@message-refused.test',
  zones: [zoneWithMx(at, 'message-refused.test')],
  mtas: { [at(101)]: polite('mx1.message-refused.test', { message: '554 5.7.1 Message looks like spam' }) },
  depth: 'message',
  verdict: forGood('message', 'unknown'),
  must: [
    finding('smtp.refused', {
      hosts,
      stage: 'message',
      reply: '554 5.7.1 Message looks like spam',
      code: 554,
      enhanced: '5.7.1',
    }),
  ],
  mustNot: ['smtp.message-accepted', 'smtp.accepted'],
});
