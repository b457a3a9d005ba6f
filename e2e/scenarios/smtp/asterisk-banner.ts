import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('asterisk-banner');
const hosts = [`mx1.asterisk-banner.test [${at(101)}]`];

export default scenario({
  name: 'asterisk-banner',
  about: 'Something in between writes asterisks over the greeting',
  target: 'user@asterisk-banner.test',
  zones: [zoneWithMx(at, 'asterisk-banner.test')],
  mtas: {
    [at(101)]: scripted(
      'mx1.asterisk-banner.test',
      { greeting: ['220 ****************************2******0*'] },
      { tls: { certificate: 'good' } },
    ),
  },
  verdict: ACCEPTED,
  must: [
    finding('smtp.altered', {
      hosts,
      seen: ['****************************2******0*'],
      untouched: [],
      hidesTls: false,
    }),
    finding('tls.trusted', { hosts }),
  ],
  mustNot: ['tls.not-offered', 'smtp.protocol-error'],
});
