import { PATIENCE_MS } from '../../patience';
import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('slow-greeting');
const hosts = [`mx1.slow-greeting.test [${at(101)}]`];

export default scenario({
  name: 'slow-greeting',
  about: 'Greets after eleven seconds, to drive spammers away',
  target: 'user@slow-greeting.test',
  zones: [zoneWithMx(at, 'slow-greeting.test')],
  mtas: { [at(101)]: polite('mx1.slow-greeting.test', { greetingDelayMs: 11_000 }) },
  greetingTimeoutMs: PATIENCE_MS,
  verdict: ACCEPTED,
  must: [finding('smtp.slow-greeting', { hosts, seconds: 11 }), finding('smtp.accepted', { hosts })],
  mustNot: ['smtp.silent-greeting'],
});
