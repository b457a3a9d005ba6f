import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('idn-domain');

export default scenario({
  name: 'idn-domain',
  about: 'A domain with letters beyond ASCII',
  target: 'kontakt@bücher-idn.test',
  zones: [zoneWithMx(at, 'xn--bcher-idn-q9a.test')],
  mtas: { [at(101)]: polite('mx1.xn--bcher-idn-q9a.test') },
  quiet: true,
  verdict: ACCEPTED,
  must: [finding('smtp.accepted', { hosts: [`mx1.xn--bcher-idn-q9a.test [${at(101)}]`] })],
  mustNot: ['domain.not-found'],
});
