import { block } from '../block';
import { ACCEPTED, finding, othersOf, polite, scenario, zone } from '../scenario';

const at = block('dnssec-unsigned-exchange');
const origin = 'dnssec-unsigned-exchange.test';
const host = 'dnssec-unsigned-host.test';

export default scenario({
  name: 'dnssec-unsigned-exchange',
  about: 'The domain is signed, and the zone of its exchange is not',
  target: `user@${origin}`,
  zones: [
    { ...zone(at, origin, `@ MX 10 mx1.${host}.`), signing: {} },
    {
      origin: host,
      servers: { [`ns1.${host}`]: [at(3)], [`ns2.${host}`]: [at(4)] },
      records: [`mx1 A ${at(101)}`],
    },
  ],
  mtas: { [at(101)]: polite(`mx1.${host}`) },
  quiet: true,
  verdict: ACCEPTED,
  says: [/Signatures do prove dnssec-unsigned-exchange\.test MX/],
  must: [finding('dnssec.unsigned', { zone: host, proven: [`${origin} MX`] })],
  mustNot: othersOf('dnssec', 'dnssec.unsigned'),
});
