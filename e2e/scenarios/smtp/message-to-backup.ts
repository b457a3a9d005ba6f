import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, scripted, zone } from '../scenario';

const at = block('message-to-backup');

export default scenario({
  name: 'message-to-backup',
  about: 'The first exchange is down, the second one has no time; the third gets the message',
  target: 'user@message-to-backup.test',
  zones: [
    zone(
      at,
      'message-to-backup.test',
      '@ MX 10 mx1',
      '@ MX 20 mx2',
      '@ MX 30 mx3',
      `mx1 A ${at(101)}`,
      `mx2 A ${at(102)}`,
      `mx3 A ${at(103)}`,
    ),
  ],
  mtas: {
    [at(102)]: scripted('mx2.message-to-backup.test', { RCPT: ['451 Try again later'] }),
    [at(103)]: polite('mx3.message-to-backup.test'),
  },
  depth: 'message',
  asked: { [at(103)]: ['message'] },
  verdict: { ...ACCEPTED, stage: 'message' },
  must: [
    finding('smtp.message-accepted', { hosts: [`mx3.message-to-backup.test [${at(103)}]`] }),
    finding('smtp.refused-for-now', { stage: 'rcpt', elsewhere: true }),
    finding('tcp.refused', { elsewhere: true }),
  ],
  mustNot: ['hosts.disagree'],
});
