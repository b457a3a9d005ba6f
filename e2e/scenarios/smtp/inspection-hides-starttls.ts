import { block } from '../block';
import { ACCEPTED, finding, scenario, scripted, zoneWithMx } from '../scenario';

const at = block('inspection-hides-starttls');
const origin = 'inspection-hides-starttls.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'inspection-hides-starttls',
  about: 'A firewall masks greeting and capabilities, STARTTLS among them',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin)],
  mtas: {
    [at(101)]: scripted(`mx1.${origin}`, {
      greeting: ['220 ****************************************'],
      EHLO: [`250-mx1.${origin}\n250-SIZE 10240000\n250-XXXXXXXA\n250 8BITMIME`],
    }),
  },
  verdict: ACCEPTED,
  must: [finding('smtp.altered', { hosts, hidesTls: true }), finding('smtp.accepted', { hosts })],
  mustNot: ['tls.not-offered', 'smtp.protocol-error'],
});
