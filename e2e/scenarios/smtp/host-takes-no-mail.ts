import { block } from '../block';
import { finding, forGood, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('host-takes-no-mail');
const hosts = [`mx1.host-takes-no-mail.test [${at(101)}]`];

export default scenario({
  name: 'host-takes-no-mail',
  about: 'Greets with 521: never takes mail',
  target: 'user@host-takes-no-mail.test',
  zones: [zoneWithMx(at, 'host-takes-no-mail.test')],
  mtas: {
    [at(101)]: scripted('mx1.host-takes-no-mail.test', {
      greeting: ['521 mx1.host-takes-no-mail.test does not accept mail'],
    }),
  },
  verdict: forGood('greeting'),
  must: [
    finding('smtp.takes-no-mail', { hosts, reply: '521 mx1.host-takes-no-mail.test does not accept mail' }),
  ],
  mustNot: ['smtp.greeting-refused', 'tls.not-offered'],
});
