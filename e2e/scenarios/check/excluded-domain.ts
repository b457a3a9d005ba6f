import { parseDomainName } from '@/lib/dns/name';
import { block } from '../block';
import { finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('excluded-domain');
const origin = 'excluded-domain.test';
const name = parseDomainName(origin);

export default scenario({
  name: 'excluded-domain',
  about: 'Whoever runs mxproof has excluded the domain: nobody is asked about it',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  neverContact: { domains: name.ok ? [name.value] : [] },
  notAsked: [at(101)],
  verdict: { outcome: 'unknown', side: 'none', permanence: null, stage: 'dns' },
  must: [finding('check.not-asked-about', { names: [origin] })],
  mustNot: ['check.not-contacted', 'dns.no-answer', 'domain.not-found', 'dns.failing'],
  saysNot: [/does not answer/, /unreachable/],
});
