import { block } from '../block';
import { withOwnSender } from '../own-sender';
import { finding, forGood, polite, scenario } from '../scenario';

const at = block('own-dmarc-silent');
const origin = 'own-dmarc-silent.test';

export default scenario({
  name: 'own-dmarc-silent',
  about: 'Refuses an unsigned message, and nobody answers for the DMARC record of our sender',
  depth: 'message',
  ...withOwnSender(at, origin, `v=spf1 ip4:${at(201)} -all`, '_dmarc.from NS ns.gone.invalid.'),
  mtas: {
    [at(101)]: polite(`mx1.${origin}`, {
      message: "550 5.7.26 Unauthenticated email is not accepted due to the domain's DMARC policy.",
    }),
  },
  verdict: forGood('message', 'sender'),
  says: [new RegExp(`whether from\\.${origin} has a DMARC policy could not be found out`)],
  saysNot: [/has no DMARC policy/],
  must: [finding('vantage.authentication', { domain: `from.${origin}`, result: 'pass', policy: 'unknown' })],
  mustNot: ['vantage.spf-refuses'],
});
