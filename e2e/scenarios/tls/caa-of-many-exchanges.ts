import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('caa-of-many-exchanges');
const origin = 'caa-of-many-exchanges.test';
const exchanges = [1, 2, 3, 4, 5].map((n) => ({ name: `mx${n}.${origin}`, address: at(100 + n) }));

export default scenario({
  name: 'caa-of-many-exchanges',
  about:
    'Five exchanges with certificates that end soon, and CAA records that let nobody issue the next ones',
  target: `user@${origin}`,
  zones: [
    zone(
      at,
      origin,
      '@ CAA 0 issue ";"',
      ...exchanges.flatMap(({ name, address }) => [`@ MX 10 ${name}.`, `${name}. A ${address}`]),
    ),
  ],
  mtas: Object.fromEntries(
    exchanges.map(({ name, address }) => [address, polite(name, { certificate: 'expires-soon' })]),
  ),
  verdict: ACCEPTED,
  must: [
    finding('tls.next-certificate-forbidden', { at: origin }),
    finding('check.limit-reached', { limit: 'caa-hosts', count: 3 }),
  ],
  mustNot: ['tls.not-trusted'],
});
