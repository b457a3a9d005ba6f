import { block } from '../block';
import { withOwnSender } from '../own-sender';
import { finding, forGood, polite, scenario } from '../scenario';

const at = block('dmarc-of-null-sender');
const origin = 'dmarc-of-null-sender.test';
const hosts = [`mx1.${origin} [${at(101)}]`];

export default scenario({
  name: 'dmarc-of-null-sender',
  about: 'Refuses an unsigned message from the null sender, whose From is of the HELO name',
  depth: 'message',
  ...withOwnSender(at, origin, 'v=spf1 -all', '_dmarc.us TXT "v=DMARC1; p=reject"'),
  vantage: { helo: `us.${origin}`, sender: '' },
  mtas: {
    [at(101)]: polite(`mx1.${origin}`, {
      message: "550 5.7.26 Unauthenticated email is not accepted due to the domain's DMARC policy.",
    }),
  },
  verdict: forGood('message', 'sender'),
  says: [new RegExp(`the DMARC policy of us\\.${origin} is reject`)],
  must: [
    finding('vantage.authentication', {
      hosts,
      domain: `us.${origin}`,
      address: at(201),
      result: 'pass',
      hasMessage: true,
      policy: 'reject',
    }),
  ],
  mustNot: ['vantage.spf-refuses'],
});
