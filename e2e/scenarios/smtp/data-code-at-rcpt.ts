import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('data-code-at-rcpt');
const origin = 'data-code-at-rcpt.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'data-code-at-rcpt',
  about: 'Answers the recipient with 354, which belongs to DATA',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: scripted(`mx1.${origin}`, { RCPT: ['354 Go ahead'] }) },
  verdict: forNow('rcpt', 'recipient'),
  must: [finding('smtp.protocol-error', { hosts, stage: 'rcpt', said: '354 Go ahead' })],
  mustNot: ['smtp.accepted', 'smtp.recipient-refused'],
});
