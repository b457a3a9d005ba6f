import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone, zoneWithMx } from '../scenario';

const at = block('domain-is-alias');

export default scenario({
  name: 'domain-is-alias',
  about: 'The domain is an alias: mail goes where its target says',
  target: 'user@www.domain-is-alias.test',
  zones: [
    zone(at, 'domain-is-alias.test', 'www CNAME shop.domain-is-alias.example.'),
    zoneWithMx((host) => at(host + 10), 'shop.domain-is-alias.example'),
  ],
  mtas: { [at(111)]: polite('mx1.shop.domain-is-alias.example') },
  quiet: true,
  verdict: ACCEPTED,
  must: [
    finding('domain.is-alias', {
      domain: 'www.domain-is-alias.test',
      target: 'shop.domain-is-alias.example',
      chain: ['shop.domain-is-alias.example'],
    }),
    finding('smtp.accepted', { hosts: [`mx1.shop.domain-is-alias.example [${at(111)}]`] }),
  ],
  mustNot: ['mx.is-alias', 'domain.not-found'],
});
