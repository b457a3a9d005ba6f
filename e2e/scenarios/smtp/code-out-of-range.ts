import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('code-out-of-range');
const origin = 'code-out-of-range.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'code-out-of-range',
  about: 'Answers the recipient with 999, which is no code of SMTP',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: scripted(`mx1.${origin}`, { RCPT: ['999 What?'] }) },
  verdict: forNow('rcpt', 'recipient'),
  must: [finding('smtp.protocol-error', { hosts, stage: 'rcpt', said: '999 What?' })],
  mustNot: ['smtp.accepted', 'smtp.recipient-refused'],
});
