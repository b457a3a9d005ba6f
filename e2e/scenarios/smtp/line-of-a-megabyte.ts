import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('line-of-a-megabyte');
const hosts = [`mx1.line-of-a-megabyte.test [${at(101)}]`];
const bytes = Buffer.from(`550 ${'x'.repeat(1_048_576)}\r\n`);

export default scenario({
  name: 'line-of-a-megabyte',
  about: 'Answers the recipient with a line of one megabyte',
  target: 'user@line-of-a-megabyte.test',
  zones: [zoneWithMx(at, 'line-of-a-megabyte.test')],
  mtas: { [at(101)]: scripted('mx1.line-of-a-megabyte.test', { RCPT: [{ bytes }] }) },
  verdict: forNow('rcpt', 'recipient'),
  must: [finding('smtp.protocol-error', { hosts, stage: 'rcpt', detail: 'a line of more than 4096 octets' })],
  mustNot: ['smtp.accepted', 'smtp.recipient-refused'],
});
