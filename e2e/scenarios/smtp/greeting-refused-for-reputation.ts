import { block } from '../block';
import { finding, forGood, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('greeting-refused-for-reputation');
const origin = 'greeting-refused-for-reputation.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'greeting-refused-for-reputation',
  about: 'Refuses our address in the greeting, for its reputation',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: scripted(`mx1.${origin}`, {
      greeting: [
        '554 5.7.1 Your IP address 198.51.100.10 has a poor reputation; see https://reputation.example/?ip=198.51.100.10',
      ],
    }),
  },
  verdict: forGood('greeting', 'sender'),
  must: [finding('smtp.blocklisted', { hosts, stage: 'greeting', address: '198.51.100.10' })],
  mustNot: ['smtp.greeting-refused', 'smtp.takes-no-mail'],
});
