import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, scripted, zone } from '../scenario';

const at = block('first-does-not-greet');
const origin = 'first-does-not-greet.test';

export default scenario({
  name: 'first-does-not-greet',
  about: 'The first exchange greets with 554, and the second one takes the mail',
  target: `user@${origin}`,
  zones: [zone(at, origin, '@ MX 10 mx1', '@ MX 20 mx2', `mx1 A ${at(101)}`, `mx2 A ${at(102)}`)],
  mtas: {
    [at(101)]: scripted(`mx1.${origin}`, { greeting: ['554 5.7.1 Access denied'] }),
    [at(102)]: polite(`mx2.${origin}`),
  },
  verdict: ACCEPTED,
  says: [/^Accepted: mx2\./m, /Postfix and Exim go on to the accepting one/],
  saysNot: [/its answer is final|comes back at once|returns the message at once and does not try again/],
  must: [
    finding('smtp.greeting-refused', { hosts: [`mx1.${origin} [${at(101)}]`], elsewhere: true }),
    finding('hosts.disagree', {
      accepting: [`mx2.${origin} [${at(102)}]`],
      first: 'refusing',
      at: 'greeting',
    }),
  ],
  mustNot: ['hosts.backup-accepts-any'],
});
