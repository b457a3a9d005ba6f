import { block } from '../block';
import { finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('excluded-host');
const origin = 'excluded-host.test';

export default scenario({
  name: 'excluded-host',
  about: 'The first mail server is in a network that whoever runs mxproof has excluded',
  target: `user@${origin}`,
  zones: [zoneWithMx(at, origin, '@ MX 20 mx2', `mx2 A ${at(102)}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`), [at(102)]: polite(`mx2.${origin}`) },
  neverContact: { networks: [`${at(101)}/32`] },
  notAsked: [at(101)],
  verdict: { outcome: 'unknown', side: 'none', permanence: null, stage: 'dns' },
  must: [
    finding('check.not-contacted', {
      reason: 'operator',
      hosts: [`mx1.${origin} [${at(101)}]`],
      servers: [],
    }),
  ],
  mustNot: ['mx.private-address', 'mx.no-address', 'tcp.unreachable', 'dns.no-answer'],
  saysNot: [/special/, /fault/],
});
