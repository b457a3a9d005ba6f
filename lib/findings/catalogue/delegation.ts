import { define, list } from './define';

/** Where the parent sends people, and who answers there. */
export const delegation = {
  'ns.sets-differ': define<{ zone: string; parent: string; onlyParent: string[]; onlyZone: string[] }>({
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${a.parent} and ${a.zone} name different name servers`,
    why: (a) =>
      [
        a.onlyParent.length > 0 && `Only ${a.parent} names ${list(a.onlyParent)}.`,
        a.onlyZone.length > 0 && `Only the zone itself names ${list(a.onlyZone)}.`,
        'Resolvers begin with the list of the parent and then may keep either, so who is asked is a matter of chance.',
      ]
        .filter(Boolean)
        .join(' '),
    fix: (a) => `Make the NS records of ${a.zone} and the delegation at the registry the same.`,
    judged: 'The NS set of the referral and the NS set that the zone publishes are not the same.',
    refs: ['RFC 1034 §4.2.2', 'RFC 9499 §6'],
    example: {
      ...{ zone: 'example.org', parent: 'org' },
      ...{ onlyParent: ['old.example.net'], onlyZone: ['ns3.example.org'] },
    },
  }),
  'ns.glue-differs': define<{ zone: string; server: string; glue: string[]; addresses: string[] }>({
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The registry has another address for ${a.server} than the zone`,
    why: (a) =>
      `The parent sends resolvers to ${list(a.glue)}; the zone itself says ${list(a.addresses)}. Whoever comes by the parent asks the wrong machine.`,
    fix: (a) => `Correct the host record (glue) of ${a.server} at the registry to ${list(a.addresses)}.`,
    judged: 'The glue in the referral holds an address that the zone does not publish for the same name.',
    refs: ['RFC 1034 §4.2.2', 'RFC 9471 §3'],
    example: {
      ...{ zone: 'example.org', server: 'ns1.example.org' },
      ...{ glue: ['192.0.2.1'], addresses: ['192.0.2.53'] },
    },
  }),
  'ns.glue-missing': define<{ zone: string; server: string; others: boolean }>({
    severity: ({ others }) => (others ? 'warning' : 'error'),
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The delegation names ${a.server} without its address`,
    why: (a) =>
      `The name lies inside ${a.zone}, so only its own servers could tell the address. ${a.others ? 'This server is never asked; the others are.' : 'Nobody can find them.'}`,
    fix: (a) => `Register the address of ${a.server} (host record, glue) at the registry.`,
    judged: 'A server named in the referral lies inside the zone, and the referral has no address for it.',
    refs: ['RFC 1034 §4.2.1', 'RFC 9471 §3'],
    example: { zone: 'example.org', server: 'ns2.example.org', others: true },
  }),
  'ns.no-address': define<{ zone: string; server: string }>({
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The name server ${a.server} has no address`,
    why: (a) =>
      `${a.zone} names it, but there is no A or AAAA record for it, so it is never asked. Each lookup that tries it loses time.`,
    fix: (a) =>
      `Publish an address for ${a.server}, or take it out of the NS records and the delegation of ${a.zone}.`,
    judged: 'A and AAAA of a name in the NS set were answered with no record.',
    refs: ['RFC 1035 §3.3.11'],
    example: { zone: 'example.org', server: 'ns2.example.org' },
  }),
  'ns.is-alias': define<{ zone: string; server: string; target: string }>({
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The name server ${a.server} is an alias for ${a.target}`,
    why: () =>
      'An NS record must name the server itself. Some resolvers follow the alias, others do not ask this server.',
    fix: (a) => `Name ${a.target} in the NS record of ${a.zone}, or give ${a.server} address records.`,
    judged: 'The addresses of a name in the NS set are reached through CNAME records.',
    refs: ['RFC 2181 §10.3'],
    example: { zone: 'example.org', server: 'ns1.example.org', target: 'dns.example.net' },
  }),
  'ns.only-one': define<{ zone: string; server: string }>({
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${a.zone} has one name server only`,
    why: (a) => `When ${a.server} is not reached, nobody finds the mail exchangers, and mail waits.`,
    fix: (a) => `Set up a second name server for ${a.zone}, in another network.`,
    judged: 'The zone and its parent name one server, or all names have one and the same address.',
    refs: ['RFC 1034 §4.1', 'RFC 2182 §5'],
    example: { zone: 'example.org', server: 'ns1.example.org [192.0.2.53]' },
  }),
  'ns.one-network': define<{ zone: string; network: string; addresses: string[] }>({
    severity: 'info',
    side: 'none',
    layer: 3,
    permanence: null,
    title: (a) => `All name servers of ${a.zone} are in the network ${a.network}`,
    why: (a) =>
      `${list(a.addresses)}: one broken line or router takes all of them away. While they answer, mail is not touched.`,
    fix: () => '',
    judged:
      'All server addresses of a family lie in one /24 (IPv4) or one /48 (IPv6), and there is no other family.',
    refs: ['RFC 2182 §3.1'],
    example: { zone: 'example.org', network: '192.0.2.0/24', addresses: ['192.0.2.53', '192.0.2.54'] },
  }),
  'ns.ipv6-only': define<{ zone: string; servers: string[] }>({
    severity: 'warning',
    side: 'recipient',
    layer: 3,
    permanence: null,
    title: (a) => `The name servers of ${a.zone} have IPv6 addresses only`,
    why: (a) => `${list(a.servers)}: resolvers without IPv6, still many, cannot find the mail exchangers.`,
    fix: () => 'Give at least one name server an IPv4 address.',
    judged: 'No server of the zone has an IPv4 address.',
    refs: ['RFC 3901 §4'],
    example: { zone: 'example.org', servers: ['ns1.example.org [2001:db8::53]'] },
  }),
  'ns.no-tcp': define<{ zone: string; server: string; address: string; outcome: string }>({
    severity: 'warning',
    side: 'recipient',
    layer: 4,
    permanence: null,
    title: (a) => `${a.server} [${a.address}] answers over UDP, not over TCP`,
    why: (a) =>
      `Asked over TCP: ${a.outcome}. Answers that are too large for UDP, such as long MX sets, keys and policies, cannot be fetched from it.`,
    fix: () =>
      'Open TCP port 53 to the name server, in its own configuration and in every firewall before it.',
    judged: 'The server answered over UDP; the same question over TCP was not answered.',
    refs: ['RFC 7766 §5'],
    example: { zone: 'example.org', server: 'ns1.example.org', address: '192.0.2.53', outcome: 'silence' },
  }),
  'ns.edns-dropped': define<{ zone: string; server: string; address: string }>({
    severity: 'warning',
    side: 'recipient',
    layer: 4,
    permanence: null,
    title: (a) => `${a.server} [${a.address}] answers only questions without EDNS`,
    why: () =>
      'Nearly every resolver asks with EDNS. It waits until its question is given up as lost before it asks without, if it does so at all: mail is delayed or deferred.',
    fix: () => 'Let the filter in front of the name server pass questions with EDNS, or renew its software.',
    judged: 'The server stayed silent to a question with EDNS and answered the same one without.',
    refs: ['RFC 6891 §6.2.6'],
    example: { zone: 'example.org', server: 'ns1.example.org', address: '192.0.2.53' },
  }),
  'ns.edns-unknown': define<{ zone: string; server: string; address: string }>({
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `${a.server} [${a.address}] does not know EDNS`,
    why: () =>
      'It says so, and resolvers ask again without. That costs one more round trip and nothing else.',
    fix: () => '',
    judged: 'A question with EDNS was answered with FORMERR or NOTIMP, the same one without was answered.',
    refs: ['RFC 6891 §7'],
    example: { zone: 'example.org', server: 'ns1.example.org', address: '192.0.2.53' },
  }),
  'ns.slow': define<{ zone: string; server: string; address: string; ms: number }>({
    severity: 'notice',
    side: 'unknown',
    layer: 7,
    permanence: null,
    title: (a) => `${a.server} [${a.address}] takes ${a.ms} ms to answer`,
    why: () =>
      'Its fastest answer took that long. Resolvers that ask this server first are slowed down, and some give up before.',
    fix: () => 'Look at the load of the name server and at the way to it.',
    judged: 'The fastest of at least two answers of the server took one second or longer.',
    refs: ['RFC 1035 §7.2'],
    example: { zone: 'example.org', server: 'ns1.example.org', address: '192.0.2.53', ms: 1400 },
  }),
};
