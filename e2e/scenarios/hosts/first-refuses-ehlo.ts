import { block } from '../block';
import { depends, finding, polite, scenario, scripted, zone } from '../scenario';

const at = block('first-refuses-ehlo');
const origin = 'first-refuses-ehlo.test';
const refusal = ['550 5.7.1 Access denied'];

export default scenario({
  name: 'first-refuses-ehlo',
  about: 'The first exchange refuses EHLO and HELO, and the second one takes the mail',
  target: `user@${origin}`,
  zones: [zone(at, origin, '@ MX 10 mx1', '@ MX 20 mx2', `mx1 A ${at(101)}`, `mx2 A ${at(102)}`)],
  mtas: {
    [at(101)]: scripted(`mx1.${origin}`, { EHLO: refusal, HELO: refusal }),
    [at(102)]: polite(`mx2.${origin}`),
  },
  verdict: depends('recipient', 'ehlo'),
  cases: ['permanent', 'accepted'],
  says: [/Some senders deliver, others return the mail/, /Exim goes on to the accepting one/],
  saysNot: [/its answer is final|returns the message at once and does not try again/],
  must: [
    finding('smtp.refused', { hosts: [`mx1.${origin} [${at(101)}]`], stage: 'ehlo' }),
    finding('hosts.disagree', { first: 'refusing', at: 'ehlo' }),
  ],
  mustNot: ['hosts.backup-accepts-any'],
});
