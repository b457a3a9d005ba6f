import { block } from '../block';
import { finding, forNow, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('connection-reset');
const hosts = [`mx1.connection-reset.test [${at(101)}]`];

export default scenario({
  name: 'connection-reset',
  about: 'Connections are reset as soon as they are made',
  target: 'user@connection-reset.test',
  zones: [zoneWithMx(at, 'connection-reset.test')],
  mtas: { [at(101)]: scripted('mx1.connection-reset.test', { greeting: ['reset'] }) },
  verdict: forNow('connect'),
  must: [finding('tcp.reset', { hosts, elsewhere: false })],
  mustNot: ['tcp.refused', 'tcp.timed-out', 'smtp.silent-greeting', 'smtp.closed'],
});
