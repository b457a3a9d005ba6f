import { block } from '../block';
import { finding, forNow, scenario, zoneWithMx } from '../scenario';

const at = block('port-rejected');

export default scenario({
  name: 'port-rejected',
  about: 'A firewall of our own refuses connections to the SMTP port, whoever they are for',
  target: 'user@port-rejected.test',
  controlAddress: at(150),
  zones: [zoneWithMx(at, 'port-rejected.test')],
  verdict: forNow('connect'),
  must: [
    finding('vantage.port-rejected', { address: at(150) }),
    finding('tcp.refused', { hosts: [`mx1.port-rejected.test [${at(101)}]`] }),
  ],
  mustNot: ['vantage.intercepted'],
});
