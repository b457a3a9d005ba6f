import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('starttls-refused');
const hosts = [`mx1.starttls-refused.test [${at(101)}]`];

export default scenario({
  name: 'starttls-refused',
  about: 'Offers STARTTLS and refuses it: 454',
  target: 'user@starttls-refused.test',
  zones: [zoneWithMx(at, 'starttls-refused.test')],
  mtas: {
    [at(101)]: scripted('mx1.starttls-refused.test', {
      EHLO: ['250-mx1.starttls-refused.test\n250 STARTTLS'],
      STARTTLS: ['454 4.7.0 TLS not available'],
    }),
  },
  verdict: ACCEPTED,
  must: [
    finding('tls.refused', { hosts, reply: '454 4.7.0 TLS not available' }),
    finding('smtp.accepted', { hosts }),
  ],
  mustNot: ['tls.not-offered', 'tls.failed'],
});
