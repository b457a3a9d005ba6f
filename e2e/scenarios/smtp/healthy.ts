import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('healthy');
const hosts = [`mx1.healthy.test [${at(101)}]`, `mx2.healthy.test [${at(102)}]`];

export default scenario({
  name: 'healthy',
  about: 'Nothing is wrong: two exchanges, trusted TLS',
  target: 'user@healthy.test',
  zones: [zone(at, 'healthy.test', '@ MX 10 mx1', '@ MX 20 mx2', `mx1 A ${at(101)}`, `mx2 A ${at(102)}`)],
  mtas: { [at(101)]: polite('mx1.healthy.test'), [at(102)]: polite('mx2.healthy.test') },
  quiet: true,
  verdict: ACCEPTED,
  must: [
    finding('smtp.accepted', { hosts, recipient: 'user@healthy.test' }),
    finding('tls.trusted', { protocol: 'TLSv1.3' }),
    finding('ns.ipv4-only', { zone: 'healthy.test' }),
    finding('ns.one-network', { zone: 'healthy.test', network: `${at(0)}/24` }),
    finding('dnssec.unsigned', { zone: 'healthy.test' }),
  ],
  mustNot: ['tls.not-offered', 'tls.not-trusted', 'dns.server-silent', 'hosts.disagree'],
});
