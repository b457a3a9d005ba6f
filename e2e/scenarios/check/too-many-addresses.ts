import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, zone } from '../scenario';

const at = block('too-many-addresses');
const origin = 'too-many-addresses.test';
const addresses = Array.from({ length: 10 }, (_, n) => at(101 + n));
const beside = [1, 2, 3, 4].map((n) => `beside${n}.${origin}`);
const servers = Array.from({ length: 14 }, (_, n) => `ns${n + 1}.${origin}`);

export default scenario({
  name: 'too-many-addresses',
  about: 'More addresses, name servers and zones than one check looks at: what was left out is told',
  target: `user@${origin}`,
  zones: [
    zone(
      at,
      origin,
      '@ MX 10 mx1',
      ...addresses.map((address) => `mx1 A ${address}`),
      ...beside.map((name) => `@ MX 20 mx.${name}.`),
      ...servers.map((name) => `@ NS ${name}.`),
      ...servers.slice(2).map((name) => `${name}. A ${at(1)}`),
    ),
    ...beside.map((name, n) => zone((host) => at(host + 10 * (n + 1)), name, `mx A ${at(101)}`)),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('check.limit-reached', { limit: 'zones', count: 3 }),
    finding('check.limit-reached', { limit: 'name-servers', count: 13, left: [`ns14.${origin}`] }),
    finding('check.limit-reached', { limit: 'addresses', count: 8 }),
  ],
  mustNot: ['mx.too-many', 'ns.only-one'],
});
