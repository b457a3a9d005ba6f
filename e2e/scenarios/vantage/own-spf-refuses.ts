import { block, reverseOrigin } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('own-spf-refuses');
const origin = 'own-spf-refuses.test';

export default scenario({
  name: 'own-spf-refuses',
  about: 'The SPF record of our own sender does not name our address',
  target: `user@${origin}`,
  vantage: { helo: `us.${origin}`, sender: `noreply@from.${origin}` },
  ownAddress: at(201),
  zones: [
    zoneWithMx(
      at,
      origin,
      `us A ${at(201)}`,
      `us TXT "v=spf1 a -all"`,
      `from MX 10 mx1.${origin}.`,
      `from TXT "v=spf1 include:spf.from.${origin} -all"`,
      `spf.from TXT "v=spf1 ip4:192.0.2.0/24 -all"`,
    ),
    {
      origin: reverseOrigin(at),
      servers: { [`ns1.${origin}`]: [at(1)] },
      records: [`201 PTR us.${origin}.`],
    },
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('vantage.spf-refuses', {
      domain: `from.${origin}`,
      address: at(201),
      result: 'fail',
      term: '-all',
      at: `from.${origin}`,
    }),
  ],
  mustNot: ['vantage.helo-elsewhere', 'vantage.sender-without-mail', 'vantage.reverse-not-confirmed'],
  once: ['vantage.spf-refuses'],
});
