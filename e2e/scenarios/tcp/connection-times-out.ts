import { block } from '../block';
import { finding, forNow, scenario, zoneWithMx } from '../scenario';

const at = block('connection-times-out');
const hosts = [`mx1.connection-times-out.test [${at(101)}]`];

export default scenario({
  name: 'connection-times-out',
  about: 'Connections to the mail port get no answer',
  target: 'user@connection-times-out.test',
  zones: [zoneWithMx(at, 'connection-times-out.test')],
  mtas: { [at(101)]: { kind: 'black-hole' } },
  verdict: forNow('connect'),
  causes: {
    'recipient-dns': 'ruled-out',
    'sender-firewall': 'open',
    'recipient-firewall': 'open',
    'recipient-nat': 'open',
    'recipient-load': 'open',
  },
  must: [finding('tcp.timed-out', { hosts, elsewhere: false })],
  mustNot: ['tcp.refused', 'tcp.unreachable', 'smtp.silent-greeting'],
});
