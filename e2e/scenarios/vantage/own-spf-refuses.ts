import { block } from '../block';
import { withOwnSender } from '../own-sender';
import { ACCEPTED, finding, polite, scenario } from '../scenario';

const at = block('own-spf-refuses');
const origin = 'own-spf-refuses.test';

export default scenario({
  name: 'own-spf-refuses',
  about: 'The SPF record of our own sender does not name our address',
  ...withOwnSender(
    at,
    origin,
    `v=spf1 include:spf.from.${origin} -all`,
    `spf.from TXT "v=spf1 ip4:192.0.2.0/24 -all"`,
  ),
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
