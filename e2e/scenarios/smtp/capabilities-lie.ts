import { block } from '../block';
import { finding, forGood, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('capabilities-lie');
const hosts = [`mx1.capabilities-lie.test [${at(101)}]`];

export default scenario({
  name: 'capabilities-lie',
  about: 'Offers SIZE and refuses to be told one',
  target: 'user@capabilities-lie.test',
  zones: [zoneWithMx(at, 'capabilities-lie.test')],
  mtas: {
    [at(101)]: scripted('mx1.capabilities-lie.test', { MAIL: ['555 5.5.4 Unsupported option: SIZE'] }),
  },
  depth: 'message',
  verdict: forGood('mail'),
  must: [
    finding('smtp.parameter-refused', {
      hosts,
      parameters: ['SIZE'],
      reply: '555 5.5.4 Unsupported option: SIZE',
    }),
  ],
  mustNot: ['smtp.sender-refused', 'smtp.refused'],
});
