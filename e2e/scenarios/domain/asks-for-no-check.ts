import { block } from '../block';
import { finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('asks-for-no-check');
const origin = 'asks-for-no-check.test';

export default scenario({
  name: 'asks-for-no-check',
  about: 'The domain asks by a TXT record not to be contacted by mxproof',
  target: `user@${origin}`,
  zones: [
    zoneWithMx(
      at,
      origin,
      '_mxproof TXT "v=mxproof1; contact=no"',
      '_mta-sts TXT "v=STSv1; id=20261130"',
      `mta-sts A ${at(151)}`,
    ),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  webs: {
    [at(151)]: {
      name: `mta-sts.${origin}`,
      body: `version: STSv1\nmode: enforce\nmx: *.${origin}\nmax_age: 604800\n`,
    },
  },
  notAsked: [at(101), at(151)],
  verdict: { outcome: 'unknown', side: 'none', permanence: null, stage: 'dns' },
  must: [finding('domain.asks-for-no-check', { domain: origin, hosts: [`mx1.${origin} [${at(101)}]`] })],
  mustNot: [
    'check.not-contacted',
    'mx.private-address',
    'mx.no-address',
    'tcp.unreachable',
    'mtasts.unreachable',
    'mtasts.unanswered',
  ],
  saysNot: [/reject/i, /deferred/i],
});
