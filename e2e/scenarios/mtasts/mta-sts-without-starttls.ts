import { publishesSts } from '../publishes';
import { block } from '../block';
import { finding, KEPT_BY_OTHERS, scripted } from '../scenario';

const origin = 'mta-sts-without-starttls.test';

export default publishesSts('mta-sts-without-starttls', {
  about: 'An enforced MTA-STS policy, and no STARTTLS',
  web: { body: `version: STSv1\nmode: enforce\nmx: mx1.${origin}\nmax_age: 604800\n` },
  mtas: { [block('mta-sts-without-starttls')(101)]: scripted(`mx1.${origin}`, {}) },
  verdict: KEPT_BY_OTHERS,
  lookFirst: 'recipient',
  says: [/Offer STARTTLS, with a certificate for the name of the exchange/],
  saysNot: [/Install a certificate/],
  must: [finding('mtasts.certificate', { mode: 'enforce', isPlain: true })],
  mustNot: ['mtasts.enforced'],
});
