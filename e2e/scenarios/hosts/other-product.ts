import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zone } from '../scenario';

const at = block('other-product');

export default scenario({
  name: 'other-product',
  about: 'One address of the exchange is served by Postfix, the other one by something else',
  target: 'user@other-product.test',
  zones: [zone(at, 'other-product.test', '@ MX 10 mx1', `mx1 A ${at(101)}`, `mx1 A ${at(102)}`)],
  mtas: {
    [at(101)]: scripted('mx1.other-product.test', { greeting: ['220 mx1.other-product.test ESMTP Postfix'] }),
    [at(102)]: scripted('mx1.other-product.test', {
      greeting: ['220 router.other-product.test ESMTP Exim 4.96'],
    }),
  },
  verdict: ACCEPTED,
  must: [
    finding('hosts.other-product', {
      exchange: 'mx1.other-product.test',
      answers: [`Postfix at ${at(101)}`, `Exim at ${at(102)}`],
    }),
  ],
  mustNot: ['hosts.disagree'],
});
