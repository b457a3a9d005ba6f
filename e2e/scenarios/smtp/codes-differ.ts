import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('codes-differ');
const hosts = [`mx1.codes-differ.test [${at(101)}]`];

export default scenario({
  name: 'codes-differ',
  about: 'Two codes in the lines of one reply',
  target: 'user@codes-differ.test',
  zones: [zoneWithMx(at, 'codes-differ.test')],
  mtas: { [at(101)]: scripted('mx1.codes-differ.test', { RCPT: ['250-Yes\n550 No'] }) },
  verdict: forNow('rcpt', 'recipient'),
  must: [
    finding('smtp.protocol-error', {
      hosts,
      stage: 'rcpt',
      detail: 'different codes, 250 and 550, in one reply',
    }),
  ],
  mustNot: ['smtp.accepted', 'smtp.mailbox-unknown'],
});
