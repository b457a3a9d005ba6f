import { block } from '../block';
import { finding, scenario, zone } from '../scenario';

const at = block('null-mx');

export default scenario({
  name: 'null-mx',
  about: 'The domain says that it takes no mail (RFC 7505)',
  target: 'user@null-mx.test',
  zones: [zone(at, 'null-mx.test', '@ MX 0 .', `@ A ${at(101)}`)],
  verdict: { outcome: 'no-mail', side: 'recipient', permanence: 'permanent', stage: 'dns' },
  must: [finding('mx.null', { domain: 'null-mx.test' })],
  mustNot: ['mx.implicit', 'mx.no-address', 'domain.no-mail-service', 'tcp.refused'],
});
