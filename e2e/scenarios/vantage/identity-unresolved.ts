import { block, reverseOrigin } from '../block';
import { ACCEPTED, finding, polite, scenario, zoneWithMx } from '../scenario';

const at = block('identity-unresolved');
const origin = 'identity-unresolved.test';

export default scenario({
  name: 'identity-unresolved',
  about: 'Our HELO name does not exist; the reverse name of our address is in order, and another one',
  target: `user@${origin}`,
  vantage: { helo: `gone.${origin}`, sender: '<>' },
  ownAddress: at(201),
  zones: [
    zoneWithMx(at, origin, `line A ${at(201)}`),
    {
      origin: reverseOrigin(at),
      servers: { [`ns1.${origin}`]: [at(1)] },
      records: [`201 PTR line.${origin}.`],
    },
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('vantage.helo-unresolved', { helo: `gone.${origin}`, exists: false }),
    finding('vantage.helo-not-reverse', {
      helo: `gone.${origin}`,
      names: [`line.${origin}`],
      address: at(201),
    }),
  ],
  mustNot: ['vantage.helo-not-fqdn', 'vantage.helo-elsewhere', 'vantage.sender-without-mail'],
});
