import { block, reverseOrigin } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('spf-is-the-step');
const origin = 'spf-is-the-step.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'spf-is-the-step',
  about: 'Refuses for SPF, and the record of our sender does not name our address',
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
      `from TXT "v=spf1 ip4:192.0.2.0/24 -all"`,
    ),
    {
      origin: reverseOrigin(at),
      servers: { [`ns1.${origin}`]: [at(1)] },
      records: [`201 PTR us.${origin}.`],
    },
  ],
  mtas: {
    [at(101)]: polite(`mx1.${origin}`, { recipients: { '*': '550 5.7.23 SPF fail, not authorized' } }),
  },
  verdict: forGood('rcpt', 'sender'),
  must: [
    finding('smtp.sender-must-act', { hosts, category: 'auth-failed' }),
    finding('vantage.authentication', {
      hosts,
      domain: `from.${origin}`,
      address: at(201),
      result: 'fail',
      term: '-all',
      at: `from.${origin}`,
      hasMessage: false,
      policy: 'absent',
    }),
    finding('vantage.spf-refuses', { domain: `from.${origin}`, result: 'fail' }),
  ],
  mustNot: ['smtp.blocklisted'],
});
