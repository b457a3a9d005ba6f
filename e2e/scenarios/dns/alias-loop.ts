import { block } from '../block';
import { finding, forNow, scenario, zone } from '../scenario';

const at = block('alias-loop');

export default scenario({
  name: 'alias-loop',
  about: 'The domain is an alias that leads back to itself',
  target: 'user@a.alias-loop.test',
  zones: [zone(at, 'alias-loop.test', 'a CNAME b', 'b CNAME a')],
  verdict: forNow('dns', 'recipient'),
  must: [
    finding('dns.alias-loop', {
      domain: 'a.alias-loop.test',
      chain: ['b.alias-loop.test', 'a.alias-loop.test'],
    }),
  ],
  mustNot: ['domain.not-found', 'domain.no-mail-service', 'dns.failing'],
});
