import { block } from '../block';
import { finding, forNow, scenario, scripted, SILENCE_SECONDS, zoneWithMx } from '../scenario';

const at = block('greeting-stalls');
const hosts = [`mx1.greeting-stalls.test [${at(101)}]`];

export default scenario({
  name: 'greeting-stalls',
  about: 'Says the first line of a greeting, and then nothing',
  target: 'user@greeting-stalls.test',
  zones: [zoneWithMx(at, 'greeting-stalls.test')],
  mtas: {
    [at(101)]: scripted('mx1.greeting-stalls.test', {
      greeting: ['220-mx1.greeting-stalls.test ESMTP', 'silence'],
    }),
  },
  verdict: forNow('greeting'),
  must: [
    finding('smtp.silent-greeting', {
      hosts,
      seconds: SILENCE_SECONDS,
      begun: '220-mx1.greeting-stalls.test ESMTP',
    }),
  ],
  mustNot: ['smtp.silent', 'smtp.protocol-error', 'smtp.closed'],
});
