import { block } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('list-expansion-problem');
const origin = 'list-expansion-problem.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'list-expansion-problem',
  about: 'OpenSMTPD has no such mailbox, and calls it a list that cannot be expanded',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: polite(`mx1.${origin}`, {
      recipients: { '*': '524 5.2.4 Mailing list expansion problem: <user@list-expansion-problem.test>' },
    }),
  },
  verdict: forGood('rcpt'),
  must: [finding('smtp.mailbox-unknown', { hosts, code: 524, enhanced: '5.2.4' })],
  mustNot: ['smtp.list-refused', 'smtp.recipient-refused'],
});
