import { block } from '../block';
import { finding, forGood, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('line-of-a-megabyte');
const hosts = [`mx1.line-of-a-megabyte.test [${at(101)}]`];
const bytes = Buffer.from(`550 5.1.1 No such user ${'x'.repeat(900_000)}\r\n`);

export default scenario({
  name: 'line-of-a-megabyte',
  about: 'Answers the recipient with a line of nearly a megabyte, which begins with 550 5.1.1',
  target: 'user@line-of-a-megabyte.test',
  zones: [zoneWithMx(at, 'line-of-a-megabyte.test')],
  mtas: { [at(101)]: scripted('mx1.line-of-a-megabyte.test', { RCPT: [{ bytes }] }) },
  verdict: forGood('rcpt'),
  must: [finding('smtp.mailbox-unknown', { hosts })],
  mustNot: ['smtp.accepted', 'smtp.too-much', 'smtp.protocol-error'],
});
