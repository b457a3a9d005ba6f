import { block } from '../block';
import { finding, forGood, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('ehlo-and-helo-unknown');
const origin = 'ehlo-and-helo-unknown.test';
const unknown = ['502 5.5.2 Command not recognized'];

export default scenario({
  name: 'ehlo-and-helo-unknown',
  about: 'Knows neither EHLO nor HELO',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: scripted(`mx1.${origin}`, { EHLO: unknown, HELO: unknown }) },
  verdict: forGood('ehlo', 'unknown'),
  lookFirst: 'recipient',
  says: [/The administrators on the recipient’s side have to act/],
  saysNot: [/The administrators on the sender’s side have to act|comes back at once/],
  must: [finding('smtp.command-refused', { stage: 'ehlo', code: 502, whoActs: 'recipient-admin' })],
  mustNot: ['smtp.helo-only', 'smtp.ehlo-refused'],
});
