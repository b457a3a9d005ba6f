import { block } from '../block';
import { finding, polite, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('intercepted');

export default scenario({
  name: 'intercepted',
  about: 'Something in our own network answers SMTP for every address',
  target: 'user@intercepted.test',
  controlAddress: at(150),
  zones: [zoneWithMx(at, 'intercepted.test')],
  mtas: {
    [at(101)]: polite('smtp-proxy.test'),
    [at(150)]: scripted('smtp-proxy.test', {}),
  },
  verdict: { outcome: 'unknown', side: 'sender', permanence: null, stage: 'connect' },
  must: [finding('vantage.intercepted', { address: at(150), banner: '220 smtp-proxy.test ESMTP' })],
  mustNot: ['vantage.port-rejected', 'vantage.nothing-reachable'],
});
