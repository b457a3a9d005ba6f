import { block, reverseOrigin } from '../block';
import { ACCEPTED, polite, scenario, zoneWithMx } from '../scenario';

const at = block('identity-clean');
const origin = 'identity-clean.test';

export default scenario({
  name: 'identity-clean',
  about: 'We have a HELO name, an address that leads to it and back, and a sender to whom bounces can go',
  target: `user@${origin}`,
  vantage: { helo: `probe.${origin}`, sender: `postmaster@${origin}` },
  ownAddress: at(201),
  zones: [
    zoneWithMx(at, origin, `probe A ${at(201)}`),
    {
      origin: reverseOrigin(at),
      servers: { [`ns1.${origin}`]: [at(1)] },
      records: [`201 PTR probe.${origin}.`, `101 PTR mx1.${origin}.`],
    },
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [],
  mustNot: [
    'vantage.helo-not-fqdn',
    'vantage.helo-unresolved',
    'vantage.helo-elsewhere',
    'vantage.helo-not-reverse',
    'vantage.no-reverse-name',
    'vantage.reverse-not-confirmed',
    'vantage.sender-without-mail',
  ],
});
