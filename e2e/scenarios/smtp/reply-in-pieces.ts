import { PATIENCE_MS } from '../../patience';
import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('reply-in-pieces');
const hosts = [`mx1.reply-in-pieces.test [${at(101)}]`];
const pieces = Array.from('250-2.1.5\r\n250 2.1.5 Ok\r\n', (one) => [
  { bytes: Buffer.from(one) },
  { waitMs: 10 },
]).flat();

export default scenario({
  name: 'reply-in-pieces',
  about: 'One reply in many packets',
  target: 'user@reply-in-pieces.test',
  zones: [zoneWithMx(at, 'reply-in-pieces.test')],
  mtas: { [at(101)]: scripted('mx1.reply-in-pieces.test', { RCPT: pieces }) },
  replyTimeoutMs: PATIENCE_MS,
  verdict: ACCEPTED,
  must: [finding('smtp.accepted', { hosts })],
  mustNot: ['smtp.silent', 'smtp.out-of-step', 'smtp.protocol-error'],
});
