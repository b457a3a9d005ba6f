import { block } from '../block';
import { KEPT_BY_OTHERS, finding, polite, scenario, signedZone } from '../scenario';

const at = block('dane-authority-elsewhere');
const origin = 'dane-authority-elsewhere.test';
const record = '2 1 1 cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd';

export default scenario({
  name: 'dane-authority-elsewhere',
  about:
    'DANE: the TLSA record names an authority whose certificate is not in the chain; GMX and others keep the mail',
  target: `user@${origin}`,
  zones: [signedZone(at, origin, {}, `_25._tcp.mx1 TLSA ${record}`)],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  says: [
    /A record with usage 2 names an authority/,
    /a record 3 1 1 of the server’s own key/,
    /^Accepted: .*, but senders that enforce DANE keep the mail\.$/m,
  ],
  verdict: KEPT_BY_OTHERS,
  must: [finding('dane.mismatch', { hosts: [`mx1.${origin}`], records: [record], ofAuthority: [record] })],
  mustNot: ['dane.fits', 'dane.unusable', 'dane.differs'],
});
