import { block } from '../block';
import { finding, scenario, zoneWithMx } from '../scenario';

const at = block('dns-intercepted-here');
const origin = 'dns-intercepted-here.test';

export default scenario({
  name: 'dns-intercepted-here',
  about: 'A resolver of our own network answers in the name of every root server',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  roots: [{ name: 'a.root', address: at(1) }],
  behaviours: { [at(1)]: { how: 'not-authoritative' } },
  verdict: { outcome: 'unknown', side: 'sender', permanence: null, stage: 'dns' },
  lookFirst: 'sender',
  says: [/Port 53 is intercepted on the sender’s side/],
  saysNot: [/administrator of \./],
  must: [finding('vantage.dns-intercepted', { servers: [`a.root [${at(1)}]`] })],
  mustNot: ['dns.failing', 'dns.no-answer', 'domain.not-found', 'dns.server-unusable', 'vantage.no-dns'],
});
