import { PATIENCE_MS } from '../../patience';
import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('slow-reply');
const hosts = [`mx1.slow-reply.test [${at(101)}]`];

export default scenario({
  name: 'slow-reply',
  about: 'Answers the recipient only after eleven seconds',
  target: 'user@slow-reply.test',
  zones: [zoneWithMx(at, 'slow-reply.test')],
  mtas: { [at(101)]: scripted('mx1.slow-reply.test', { RCPT: [{ waitMs: 11_000 }, '250 2.1.5 Ok'] }) },
  replyTimeoutMs: PATIENCE_MS,
  verdict: ACCEPTED,
  must: [
    finding('smtp.slow-reply', { hosts, stage: 'rcpt', seconds: 11 }),
    finding('smtp.accepted', { hosts }),
  ],
  mustNot: ['smtp.silent', 'smtp.slow-greeting', 'smtp.slow-final-dot'],
});
