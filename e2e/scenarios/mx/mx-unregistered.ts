import { block } from '../block';
import { finding, forGood, scenario, zone } from '../scenario';

const at = block('mx-unregistered');
const origin = 'mx-unregistered.test';

export default scenario({
  name: 'mx-unregistered',
  about: 'The exchange lies in a domain that nobody has registered',
  target: `user@${origin}`,
  zones: [zone(at, origin, '@ MX 10 mail.nobody-has-this.test.')],
  verdict: forGood('dns'),
  says: [/nobody-has-this\.test does not exist: whoever registers it can receive this mail/],
  saysNot: [/Publish the address of mail\.nobody/],
  must: [
    finding('mx.no-address', {
      exchange: 'mail.nobody-has-this.test',
      denied: true,
      unregistered: 'nobody-has-this.test',
    }),
  ],
  mustNot: ['mx.implicit'],
});
