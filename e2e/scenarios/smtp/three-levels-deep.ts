import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('three-levels-deep');

export default scenario({
  name: 'three-levels-deep',
  about: 'A domain three levels deep with two exchanges',
  target: 'user@mail.shop.three-levels-deep.test',
  zones: [
    zone(at, 'three-levels-deep.test'),
    zone((host) => at(host + 10), 'shop.three-levels-deep.test'),
    zone(
      (host) => at(host + 20),
      'mail.shop.three-levels-deep.test',
      '@ MX 10 mx1',
      '@ MX 20 mx2',
      `mx1 A ${at(101)}`,
      `mx2 A ${at(102)}`,
    ),
  ],
  mtas: {
    [at(101)]: polite('mx1.mail.shop.three-levels-deep.test'),
    [at(102)]: polite('mx2.mail.shop.three-levels-deep.test'),
  },
  quiet: true,
  verdict: ACCEPTED,
  must: [finding('smtp.accepted', { recipient: 'user@mail.shop.three-levels-deep.test' })],
  mustNot: ['mx.implicit', 'hosts.disagree'],
});
