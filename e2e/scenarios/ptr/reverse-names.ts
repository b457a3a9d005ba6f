import { block, reverseOrigin } from '../block';
import { ACCEPTED, finding, polite, scenario, scripted, zone } from '../scenario';

const at = block('reverse-names');
const origin = 'reverse-names.test';
const generic = `${at(105).replaceAll('.', '-')}.pool`;

export default scenario({
  name: 'reverse-names',
  about:
    'Reverse names of the exchanges: one right, one that leads elsewhere, one missing, one delegated by alias, one of a provider',
  target: `user@${origin}`,
  zones: [
    zone(
      at,
      origin,
      ...[1, 2, 3, 4, 5].flatMap((n) => [`@ MX ${n} mx${n}`, `mx${n} A ${at(100 + n)}`]),
      `other A ${at(99)}`,
      `${generic} A ${at(105)}`,
    ),
    {
      origin: reverseOrigin(at),
      servers: { [`ns1.${origin}`]: [at(1)] },
      records: [
        `101 PTR mx1.${origin}.`,
        `102 PTR other.${origin}.`,
        `105 PTR ${generic}.${origin}.`,
        '104 CNAME 104.96-127',
        `104.96-127 PTR mx4.${origin}.`,
      ],
    },
  ],
  mtas: {
    [at(101)]: polite(`mx1.${origin}`),
    [at(102)]: polite(`mx2.${origin}`),
    [at(103)]: polite(`mx3.${origin}`),
    [at(104)]: polite(`gateway.${origin}`),
    [at(105)]: scripted(`mx5.${origin}`, { EHLO: ['250 inside.example'] }),
  },
  verdict: ACCEPTED,
  must: [
    finding('ptr.not-confirmed', { address: at(102), names: [`other.${origin}`] }),
    finding('ptr.names-differ', { address: at(102), banner: `mx2.${origin}` }),
    finding('ptr.missing', { host: `mx3.${origin}`, address: at(103) }),
    finding('ptr.names-differ', { address: at(104), names: [`mx4.${origin}`], banner: `gateway.${origin}` }),
    finding('ptr.generic', { host: `mx5.${origin}`, address: at(105), name: `${generic}.${origin}` }),
    finding('ptr.names-differ', { address: at(105), banner: `mx5.${origin}`, ehlo: 'inside.example' }),
  ],
  mustNot: ['mx.implicit', 'dns.failing'],
});
