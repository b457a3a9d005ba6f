import { block } from '../block';
import { withOwnSender } from '../own-sender';
import { finding, forGood, polite, scenario } from '../scenario';

const at = block('dkim-is-the-step');
const origin = 'dkim-is-the-step.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'dkim-is-the-step',
  about: 'Refuses an unsigned message although SPF passes',
  depth: 'message',
  ...withOwnSender(at, origin, `v=spf1 ip4:${at(201)} -all`, `_dmarc.from TXT "v=DMARC1; p=reject"`),
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
