import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zone } from '../scenario';

const at = block('starttls-crossed-out');
const first = `mx1.starttls-crossed-out.test [${at(101)}]`;
const second = `mx2.starttls-crossed-out.test [${at(102)}]`;

export default scenario({
  name: 'starttls-crossed-out',
  about: 'Something in between writes XXXXXXXA over STARTTLS',
  target: 'user@starttls-crossed-out.test',
  zones: [
    zone(
      at,
      'starttls-crossed-out.test',
      '@ MX 10 mx1',
      '@ MX 20 mx2',
      `mx1 A ${at(101)}`,
      `mx2 A ${at(102)}`,
    ),
  ],
  mtas: {
    [at(101)]: scripted('mx1.starttls-crossed-out.test', {
      EHLO: ['250-mx1.starttls-crossed-out.test\n250-PIPELINING\n250-XXXXXXXA\n250 8BITMIME'],
    }),
    [at(102)]: scripted('mx2.starttls-crossed-out.test', {}, { tls: { certificate: 'good' } }),
  },
  verdict: ACCEPTED,
  must: [
    finding('smtp.altered', {
      hosts: [first],
      seen: ['XXXXXXXA'],
      untouched: [second],
      hidesTls: true,
    }),
    finding('tls.trusted', { hosts: [second] }),
  ],
  mustNot: ['tls.not-offered', 'tls.refused'],
});
