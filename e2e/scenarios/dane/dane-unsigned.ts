import { publishes } from '../publishes';
import { finding } from '../scenario';

const origin = 'dane-unsigned.test';

export default publishes('dane-unsigned', {
  about: 'TLSA records in a zone that is not signed',
  records: ['_25._tcp.mx1 TLSA 3 1 1 abababababababababababababababababababababababababababababababab'],
  must: [finding('dane.ignored', { hosts: [`mx1.${origin}`] })],
  mustNot: ['dane.fits', 'dane.mismatch', 'dane.unanswered'],
});
