import { block } from '../block';
import { publishes } from '../publishes';
import { finding } from '../scenario';

const at = block('mta-sts-excluded');

export default publishes('mta-sts-excluded', {
  about: 'An MTA-STS policy at a server that the operator never contacts: nothing is said of it',
  records: ['_mta-sts TXT "v=STSv1; id=20261130"', `mta-sts A ${at(151)}`],
  neverContact: { networks: [`${at(151)}/32`] },
  notAsked: [at(151)],
  must: [finding('smtp.accepted', {})],
  mustNot: ['mtasts.unreachable', 'mtasts.invalid', 'mtasts.enforced'],
});
