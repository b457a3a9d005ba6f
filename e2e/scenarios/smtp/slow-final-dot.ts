import { PATIENCE_MS } from '../../patience';
import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('slow-final-dot');
const hosts = [`mx1.slow-final-dot.test [${at(101)}]`];

export default scenario({
  name: 'slow-final-dot',
  about: 'Scans the message for eleven seconds before it takes it',
  target: 'user@slow-final-dot.test',
  zones: [zoneWithMx(at, 'slow-final-dot.test')],
  mtas: {
    [at(101)]: scripted('mx1.slow-final-dot.test', {
      message: [{ waitMs: 11_000 }, '250 2.0.0 Ok: queued as 7Kq2Zx0abc'],
    }),
  },
  depth: 'message',
  replyTimeoutMs: PATIENCE_MS,
  verdict: { ...ACCEPTED, stage: 'message' },
  must: [
    finding('smtp.slow-final-dot', { hosts, seconds: 11 }),
    finding('smtp.message-accepted', { hosts, queueId: '7Kq2Zx0abc' }),
  ],
  mustNot: ['smtp.silent', 'smtp.slow-reply'],
});
