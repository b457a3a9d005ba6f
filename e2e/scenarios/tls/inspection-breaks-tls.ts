import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('inspection-breaks-tls');
const origin = 'inspection-breaks-tls.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'inspection-breaks-tls',
  about: 'A firewall hides the greeting, lets STARTTLS through and breaks what follows',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: scripted(`mx1.${origin}`, {
      greeting: ['220 ****************************'],
      EHLO: [`250-mx1.${origin}\n250-STARTTLS\n250-XXXA\n250 8BITMIME`],
      STARTTLS: ['220 2.0.0 Ready to start TLS', 'hear', '500 5.5.1 Command unrecognized: "XXXX"', 'close'],
    }),
  },
  verdict: ACCEPTED,
  must: [finding('smtp.altered', { hosts, untouched: [] }), finding('tls.failed', { hosts })],
  mustNot: ['tls.not-offered', 'smtp.protocol-error'],
});
