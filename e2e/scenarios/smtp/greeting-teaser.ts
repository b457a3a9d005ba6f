import { PATIENCE_MS } from '../../patience';
import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('greeting-teaser');
const hosts = [`mx1.greeting-teaser.test [${at(101)}]`];
const teaser = '220-mx1.greeting-teaser.test ESMTP';

export default scenario({
  name: 'greeting-teaser',
  about: 'A trap for those who talk too early: one line, eleven seconds, then the greeting',
  target: 'user@greeting-teaser.test',
  zones: [zoneWithMx(at, 'greeting-teaser.test')],
  mtas: {
    [at(101)]: scripted('mx1.greeting-teaser.test', {
      greeting: [teaser, { waitMs: 11_000 }, '220 mx1.greeting-teaser.test ESMTP'],
    }),
  },
  greetingTimeoutMs: PATIENCE_MS,
  verdict: ACCEPTED,
  must: [finding('smtp.slow-greeting', { hosts, seconds: 11, teaser }), finding('smtp.accepted', { hosts })],
  mustNot: ['smtp.silent-greeting', 'smtp.out-of-step'],
});
