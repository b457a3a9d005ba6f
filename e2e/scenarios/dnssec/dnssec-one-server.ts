import { block } from '../block';
import { ACCEPTED, finding, othersOf, polite, scenario, zone } from '../scenario';

const at = block('dnssec-one-server');
const origin = 'dnssec-one-server.test';

export default scenario({
  name: 'dnssec-one-server',
  about: 'Parent and child zone on the same servers, both signed',
  target: `user@sub.${origin}`,
  zones: [
    { ...zone(at, origin), signing: {} },
    {
      ...zone(at, `sub.${origin}`, '@ MX 10 mx1', `mx1 A ${at(101)}`),
      servers: { [`ns1.${origin}`]: [at(1)], [`ns2.${origin}`]: [at(2)] },
      signing: { algorithm: 13 },
    },
  ],
  mtas: { [at(101)]: polite(`mx1.sub.${origin}`) },
  quiet: true,
  verdict: ACCEPTED,
  must: [
    finding('dnssec.proven', { domain: `sub.${origin}`, zones: ['.', 'test', origin, `sub.${origin}`] }),
  ],
  mustNot: othersOf('dnssec', 'dnssec.proven'),
});
