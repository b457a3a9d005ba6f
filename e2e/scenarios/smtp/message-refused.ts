import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('message-refused');
const hosts = [`mx1.message-refused.test [${at(101)}]`];

export default scenario({
  name: 'message-refused',
  about: 'Refuses the message after its final dot and gives no reason',
  target: 'user@message-refused.test',
  zones: [zoneWithMx(at, 'message-refused.test')],
  mtas: { [at(101)]: polite('mx1.message-refused.test', { message: '554 5.0.0 Transaction failed' }) },
  depth: 'message',
  verdict: forGood('message', 'unknown'),
  must: [
    finding('smtp.refused', {
      hosts,
      stage: 'message',
      reply: '554 5.0.0 Transaction failed',
      code: 554,
      enhanced: '5.0.0',
    }),
  ],
  mustNot: ['smtp.message-accepted', 'smtp.accepted'],
});
