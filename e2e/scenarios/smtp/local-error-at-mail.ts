import { block } from '../block';
import { finding, forNow, polite, scenario, zoneWithMx } from '../scenario';

const at = block('local-error-at-mail');
const origin = 'local-error-at-mail.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'local-error-at-mail',
  about: 'Has a fault of its own when it hears the sender',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: polite(`mx1.${origin}`, { sender: '451 4.3.0 Temporary lookup failure' }) },
  verdict: forNow('mail', 'recipient'),
  must: [finding('smtp.trouble-for-now', { hosts, stage: 'mail', code: 451 })],
  mustNot: ['smtp.sender-must-act-for-now', 'smtp.refused-for-now'],
});
