import { block, reverseOrigin } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('identity-elsewhere');
const origin = 'identity-elsewhere.test';

export default scenario({
  name: 'identity-elsewhere',
  about:
    'Our HELO name leads elsewhere, and so does the reverse name of our address; our sender takes no mail',
  target: `user@${origin}`,
  vantage: { helo: `old.${origin}`, sender: `noreply@silent.${origin}` },
  ownAddress: at(201),
  zones: [
    zoneWithMx(at, origin, `old A ${at(202)}`, `line A ${at(203)}`, 'silent MX 0 .'),
    {
      origin: reverseOrigin(at),
      servers: { [`ns1.${origin}`]: [at(1)] },
      records: [`201 PTR line.${origin}.`],
    },
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('vantage.helo-elsewhere', { helo: `old.${origin}`, addresses: [at(202)], own: [at(201)] }),
    finding('vantage.reverse-not-confirmed', { address: at(201), names: [`line.${origin}`] }),
    finding('vantage.sender-without-mail', { domain: `silent.${origin}`, reason: 'null-mx' }),
  ],
  mustNot: ['vantage.helo-not-fqdn', 'vantage.helo-unresolved', 'vantage.no-reverse-name'],
});
