import { block } from '../block';
import { finding, scenario, zoneWithMx } from '../scenario';

const at = block('truncated-no-dns-tcp-here');
const origin = 'truncated-no-dns-tcp-here.test';

export default scenario({
  name: 'truncated-no-dns-tcp-here',
  about: 'The answer wants TCP, and our own network lets none out',
  target: `user@${origin}`,
  here: { noDnsTcp: true },
  zones: [zoneWithMx(at, origin)],
  behaviours: { [at(1)]: { how: 'truncate' }, [at(2)]: { how: 'truncate' } },
  verdict: { outcome: 'unknown', side: 'sender', permanence: 'temporary', stage: 'dns' },
  must: [finding('vantage.no-dns-tcp', {})],
  mustNot: ['dns.failing', 'dns.no-answer', 'ns.no-tcp'],
});
