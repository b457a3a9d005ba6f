import { block, reverseOrigin } from '../block';
import { finding, forGood, polite, scenario, zoneWithMx } from '../scenario';

const at = block('dkim-is-the-step');
const origin = 'dkim-is-the-step.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'dkim-is-the-step',
  about: 'Refuses an unsigned message although SPF passes',
  target: `user@${origin}`,
  depth: 'message',
  vantage: { helo: `us.${origin}`, sender: `noreply@from.${origin}` },
  ownAddress: at(201),
  zones: [
    zoneWithMx(
      at,
      origin,
      `us A ${at(201)}`,
      `us TXT "v=spf1 a -all"`,
      `from MX 10 mx1.${origin}.`,
      `from TXT "v=spf1 ip4:${at(201)} -all"`,
      `_dmarc.from TXT "v=DMARC1; p=reject"`,
    ),
    {
      origin: reverseOrigin(at),
      servers: { [`ns1.${origin}`]: [at(1)] },
      records: [`201 PTR us.${origin}.`],
    },
  ],
  mtas: {
    [at(101)]: polite(`mx1.${origin}`, {
      message:
        "550 5.7.26 Unauthenticated email from probe.example is not accepted due to domain's DMARC policy.",
    }),
  },
  verdict: forGood('message', 'sender'),
  must: [
    finding('smtp.sender-must-act', { hosts, category: 'auth-failed' }),
    finding('vantage.authentication', {
      hosts,
      domain: `from.${origin}`,
      address: at(201),
      result: 'pass',
      term: `ip4:${at(201)}`,
      hasMessage: true,
      policy: 'reject',
    }),
  ],
  mustNot: ['vantage.spf-refuses'],
});
