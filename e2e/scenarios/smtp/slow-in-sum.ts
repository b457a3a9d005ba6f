import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('slow-in-sum');
const hosts = [`mx1.slow-in-sum.test [${at(101)}]`];
const wait = (reply: string) => [{ waitMs: 2_000 }, reply];

export default scenario({
  name: 'slow-in-sum',
  about: 'Takes two seconds for the greeting, for the sender and for the recipient',
  target: 'user@slow-in-sum.test',
  zones: [zoneWithMx(at, 'slow-in-sum.test')],
  mtas: {
    [at(101)]: scripted('mx1.slow-in-sum.test', {
      greeting: wait('220 mx1.slow-in-sum.test ESMTP'),
      MAIL: wait('250 2.1.0 Ok'),
      RCPT: wait('250 2.1.5 Ok'),
    }),
  },
  verdict: ACCEPTED,
  says: [
    /but: mx1\.slow-in-sum\.test \[[^\]]+\]: senders wait (?:[6-9]|\d\d)(?:\.\d)? s in all/,
    /The longest waits: (?:[2-9]|\d\d)(?:\.\d)? s/,
  ],
  must: [finding('smtp.slow', { hosts }), finding('smtp.accepted', { hosts })],
  mustNot: ['smtp.slow-greeting', 'smtp.slow-reply'],
});
