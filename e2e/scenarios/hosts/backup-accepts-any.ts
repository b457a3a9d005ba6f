import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('backup-accepts-any');
const random = 'mxproof-control-iiiiiiiiiiii@backup-accepts-any.test';

export default scenario({
  name: 'backup-accepts-any',
  about: 'The first exchange knows its recipients, the backup takes anything',
  target: 'user@backup-accepts-any.test',
  controls: ['random'],
  zones: [
    zone(at, 'backup-accepts-any.test', '@ MX 10 mx1', '@ MX 20 mx2', `mx1 A ${at(101)}`, `mx2 A ${at(102)}`),
  ],
  mtas: {
    [at(101)]: polite('mx1.backup-accepts-any.test', { recipients: { [random]: '550 5.1.1 User unknown' } }),
    [at(102)]: polite('mx2.backup-accepts-any.test'),
  },
  verdict: ACCEPTED,
  must: [
    finding('hosts.backup-accepts-any', {
      backup: [`mx2.backup-accepts-any.test [${at(102)}]`],
      primary: [`mx1.backup-accepts-any.test [${at(101)}]`],
      recipient: random,
    }),
    finding('control.accepts-any', { hosts: [`mx2.backup-accepts-any.test [${at(102)}]`] }),
  ],
  mustNot: ['hosts.disagree', 'control.open-relay'],
});
