import { block } from '../block';
import { ACCEPTED, finding, othersOf, polite, scenario, zone } from '../scenario';

const at = block('dnssec-backup-broken');
const origin = 'dnssec-backup-broken.test';

export default scenario({
  name: 'dnssec-backup-broken',
  about: 'The signatures of the backup exchange have expired, those of the first hold',
  target: `user@${origin}`,
  zones: [
    { ...zone(at, origin, '@ MX 10 mx1', '@ MX 20 mx2.backup', `mx1 A ${at(101)}`), signing: {} },
    {
      ...zone((host) => at(host + 10), `backup.${origin}`, `mx2 A ${at(102)}`),
      signing: { validDays: [-9, -2] },
    },
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`), [at(102)]: polite(`mx2.backup.${origin}`) },
  verdict: ACCEPTED,
  must: [finding('dnssec.expired', { zone: `backup.${origin}`, elsewhere: true })],
  mustNot: othersOf('dnssec', 'dnssec.expired'),
});
