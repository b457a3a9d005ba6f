import { block } from '../block';
import { finding, forNow, polite, scenario, zoneWithMx } from '../scenario';

const at = block('subdomain-without-mx');

export default scenario({
  name: 'subdomain-without-mx',
  about: 'A subdomain without MX: the MX of its parent is not used',
  target: 'user@www.subdomain-without-mx.test',
  zones: [zoneWithMx(at, 'subdomain-without-mx.test', `www A ${at(102)}`)],
  mtas: { [at(101)]: polite('mx1.subdomain-without-mx.test') },
  notAsked: [at(101)],
  verdict: forNow('connect'),
  must: [
    finding('mx.implicit', { domain: 'www.subdomain-without-mx.test' }),
    finding('domain.parent-not-used', {
      domain: 'www.subdomain-without-mx.test',
      exchanges: ['10 mx1.subdomain-without-mx.test'],
    }),
    finding('tcp.refused', { hosts: [`www.subdomain-without-mx.test [${at(102)}]`] }),
  ],
  mustNot: ['smtp.accepted', 'domain.no-mail-service'],
});
