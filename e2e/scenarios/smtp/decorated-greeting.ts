import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('decorated-greeting');
const hosts = [`mx1.decorated-greeting.test [${at(101)}]`];
const greeting = ['220-********************\n220-* no advertising! *\n220 ********************'];

export default scenario({
  name: 'decorated-greeting',
  about: 'Greets with a frame of asterisks, which its administrator likes',
  target: 'user@decorated-greeting.test',
  zones: [zoneWithMx(at, 'decorated-greeting.test')],
  mtas: { [at(101)]: scripted('mx1.decorated-greeting.test', { greeting }) },
  verdict: ACCEPTED,
  must: [finding('smtp.accepted', { hosts }), finding('tls.not-offered', { hosts })],
  mustNot: ['smtp.altered', 'smtp.protocol-error'],
});
