import { block } from '../block';
import { finding, scenario, zoneWithMx } from '../scenario';

const at = block('port-rejected');

export default scenario({
  name: 'port-rejected',
  about: 'A firewall of our own refuses connections to the SMTP port, whoever they are for',
  target: 'user@port-rejected.test',
  controlAddress: at(150),
  zones: [zoneWithMx(at, 'port-rejected.test')],
  verdict: { outcome: 'unknown', side: 'sender', permanence: null, stage: 'connect' },
  lookFirst: 'sender',
  must: [finding('vantage.port-rejected', { address: at(150) })],
  mustNot: ['vantage.intercepted', 'tcp.refused'],
});
