import { block } from '../block';
import { ACCEPTED, finding, polite, scenario, signedZone } from '../scenario';

const at = block('dane-beside-long-spf');
const origin = 'dane-beside-long-spf.test';

/** Each with servers of its own that no glue leads to, so that every include costs some questions. */
const providers = Array.from({ length: 16 }, (_, n) => {
  const name = `spf${n + 1}.test`;
  const servers = { [`ns1.host-of-${name}`]: [at(10 + n)], [`ns2.host-of-${name}`]: [at(30 + n)] };
  return { name, servers };
});
const includes = providers.map(({ name }) => `include:${name}`);
const halves = [includes.slice(0, 8), includes.slice(8)].map((half) => `"${half.join(' ')} "`);

export default scenario({
  name: 'dane-beside-long-spf',
  about: 'DANE: the TLSA record names another certificate, beside an SPF record that leads to many domains',
  target: `user@${origin}`,
  zones: [
    signedZone(
      at,
      origin,
      {},
      `@ TXT "v=spf1 " ${halves.join(' ')} "-all"`,
      '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:a@spf1.test,mailto:b@spf2.test"',
      '_25._tcp.mx1 TLSA 3 1 1 abababababababababababababababababababababababababababababababab',
    ),
    ...providers.flatMap(({ name, servers }) => [
      { origin: name, servers, records: ['@ TXT "v=spf1 ip4:192.0.2.1 -all"'] },
      { origin: `host-of-${name}`, servers, records: [] },
    ]),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: ACCEPTED,
  must: [
    finding('dane.mismatch', { hosts: [`mx1.${origin}`] }),
    finding('spf.too-many-lookups', {
      domain: origin,
      isPartial: true,
      limit: 10,
      term: 'include:spf11.test',
    }),
    finding('check.limit-reached', { limit: 'policy-queries' }),
  ],
  mustNot: ['spf.unanswered', 'dmarc.unanswered'],
});
