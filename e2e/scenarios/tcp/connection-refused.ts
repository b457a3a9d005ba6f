import { block } from '../block';
import { finding, forNow, scenario, zoneWithMx } from '../scenario';

const at = block('connection-refused');
const hosts = [`mx1.connection-refused.test [${at(101)}]`];

export default scenario({
  name: 'connection-refused',
  about: 'Nobody listens on the mail port',
  target: 'user@connection-refused.test',
  zones: [zoneWithMx(at, 'connection-refused.test')],
  verdict: forNow('connect'),
  must: [finding('tcp.refused', { hosts, elsewhere: false })],
  mustNot: ['tcp.timed-out', 'tcp.unreachable', 'vantage.nothing-reachable'],
});
