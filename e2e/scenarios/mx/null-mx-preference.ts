import { block } from '../block';
import { finding, scenario, zone } from '../scenario';

const at = block('null-mx-preference');

export default scenario({
  name: 'null-mx-preference',
  about: 'A null MX with a preference that is not 0',
  target: 'user@null-mx-preference.test',
  zones: [zone(at, 'null-mx-preference.test', '@ MX 10 .')],
  verdict: { outcome: 'no-mail', side: 'recipient', permanence: 'permanent', stage: 'dns' },
  must: [
    finding('mx.null', { domain: 'null-mx-preference.test' }),
    finding('mx.null-preference', { preference: 10 }),
  ],
  mustNot: ['mx.null-with-others', 'mx.implicit'],
});
