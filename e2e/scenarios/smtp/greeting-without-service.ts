import { block } from '../block';
import { finding, forGood, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('greeting-without-service');
const origin = 'greeting-without-service.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'greeting-without-service',
  about: 'Greets with 554 and the words of RFC 5321 for a host that takes no mail',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: scripted(`mx1.${origin}`, { greeting: ['554 No SMTP service here'] }) },
  verdict: forGood('greeting'),
  saysNot: [/blocks this address/],
  must: [finding('smtp.not-accepting-mail', { hosts, stage: 'greeting', code: 554 })],
  mustNot: ['smtp.greeting-refused', 'smtp.blocklisted', 'smtp.takes-no-mail'],
});
