import { block } from '../block';
import { finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('asks-for-no-check-plainly');
const origin = 'asks-for-no-check-plainly.test';

export default scenario({
  name: 'asks-for-no-check-plainly',
  about:
    'The domain asks not to be contacted by a TXT record that just says no, beside one that says something else',
  target: origin,
  zones: [zoneWithMx(at, origin, '_mxproof TXT "ask us first"', '_mxproof TXT "No"')],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  notAsked: [at(101)],
  verdict: { outcome: 'unknown', side: 'none', permanence: null, stage: 'dns' },
  must: [finding('domain.asks-for-no-check', { domain: origin })],
  mustNot: ['check.not-contacted'],
});
