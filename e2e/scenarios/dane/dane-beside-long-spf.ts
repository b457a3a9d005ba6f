import { block } from '../block';
import { KEPT_BY_OTHERS, finding, polite, scenario, signedZone } from '../scenario';

const at = block('dane-beside-long-spf');
const origin = 'dane-beside-long-spf.test';

/** The later ones have a server that no glue leads to, so that each takes several questions. */
const providers = Array.from({ length: 20 }, (_, n) => {
  const name = `spf${n + 1}.test`;
  const host = n < 11 ? name : `host-of-${name}`;
  return { name, host, servers: { [`ns.${host}`]: [at(10 + n)] } };
});
const includes = providers.map(({ name }) => `include:${name}`);
const halves = [includes.slice(0, 10), includes.slice(10)].map((half) => `"${half.join(' ')} "`);

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
    ...providers.map(({ name, servers }) => ({
      origin: name,
      servers,
      records: ['@ TXT "v=spf1 ip4:192.0.2.1 -all"'],
    })),
    ...providers
      .filter(({ name, host }) => name !== host)
      .map(({ host, servers }) => ({ origin: host, servers, records: [] })),
  ],
  mtas: { [at(101)]: polite(`mx1.${origin}`) },
  verdict: KEPT_BY_OTHERS,
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
