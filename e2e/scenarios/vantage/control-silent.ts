import { block } from '../block';
import { ACCEPTED, polite, scenario, zoneWithMx } from '../scenario';

const at = block('control-silent');

export default scenario({
  name: 'control-silent',
  about: 'An address where nothing can listen stays silent, as it should',
  target: 'user@control-silent.test',
  controlAddress: at(150),
  zones: [zoneWithMx(at, 'control-silent.test')],
  mtas: { [at(101)]: polite('mx1.control-silent.test'), [at(150)]: { kind: 'black-hole' } },
  verdict: ACCEPTED,
  must: [],
  mustNot: ['vantage.intercepted', 'vantage.port-rejected'],
});
