import { block } from '../block';
import { finding, forNow, polite, scenario, zoneWithMx } from '../scenario';

const at = block('new-clients-put-off');
const origin = 'new-clients-put-off.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'new-clients-put-off',
  about: 'Puts every client off once that it has not tested, as postscreen does',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: polite(`mx1.${origin}`, { recipients: { '*': '450 4.3.2 Service currently unavailable' } }),
  },
  verdict: forNow('rcpt', 'recipient'),
  says: [/tries again/],
  must: [finding('smtp.busy', { hosts })],
  mustNot: ['smtp.mailbox-unknown'],
});
