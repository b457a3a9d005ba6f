import { block } from '../block';
import { finding, scenario, zoneWithMx } from '../scenario';

const at = block('name-servers-unaskable-here');
const origin = 'name-servers-unaskable-here.test';

export default scenario({
  name: 'name-servers-unaskable-here',
  about: 'Name servers with IPv4 alone, seen from a machine without IPv4: they are not blamed for it',
  target: `user@${origin}`,
  here: { noIpv4: true },
  zones: [zoneWithMx(at, origin)],
  verdict: { outcome: 'unknown', side: 'sender', permanence: null, stage: 'dns' },
  lookFirst: 'sender',
  must: [finding('vantage.no-ipv4', { hosts: [`ns1.${origin} [${at(1)}]`, `ns2.${origin} [${at(2)}]`] })],
  mustNot: ['dns.no-answer', 'dns.failing', 'vantage.no-dns', 'dns.server-silent'],
});
