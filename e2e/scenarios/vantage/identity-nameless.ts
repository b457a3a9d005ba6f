import { block, reverseOrigin } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('identity-nameless');
const origin = 'identity-nameless.test';

export default scenario({
  name: 'identity-nameless',
  about: 'Our HELO name is no full name, our address has no reverse name, our sender has no domain',
  target: `user@${origin}`,
  vantage: { helo: 'mailhost', sender: `postmaster@nowhere.${origin}` },
  ownAddress: at(201),
  zones: [
    zoneWithMx(at, origin),
    { origin: reverseOrigin(at), servers: { [`ns1.${origin}`]: [at(1)] }, records: [] },
  ],
  mtas: {
    [at(101)]: polite(`mx1.${origin}`, { sender: '550 5.1.8 Sender address rejected: Domain not found' }),
  },
  verdict: forGood('mail', 'sender'),
  must: [
    finding('vantage.helo-not-fqdn', { helo: 'mailhost' }),
    finding('vantage.no-reverse-name', { address: at(201) }),
    finding('vantage.sender-without-mail', { domain: `nowhere.${origin}`, reason: 'nxdomain' }),
  ],
  mustNot: [
    'vantage.helo-unresolved',
    'vantage.helo-elsewhere',
    'vantage.reverse-not-confirmed',
    'dns.failing',
  ],
});
