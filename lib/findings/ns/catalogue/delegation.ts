import { define, hostsDo, list } from '../../define';
import { addressLines, nsLine } from '../../zone-line';

/** Where the parent sends people, and what the names there lead to. */
export const delegation = {
  'ns.sets-differ': define<{
    zone: string;
    parent: string;
    onlyParent: string[];
    onlyZone: string[];
    servers: string[];
  }>({
    name: 'Parent and zone name different name servers',
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
    fix: (a) =>
      `Make the NS records of ${a.zone} and the delegation at the registry the same. The zone has the records below; either the registry gets these, or the zone is changed.\n${a.servers.map((server) => nsLine(a.zone, server)).join('\n')}`,
    judged: 'The NS set of the referral and the NS set that the zone publishes are not the same.',
    refs: ['RFC 1034 §4.2.2', 'RFC 9499 §6'],
    example: {
      zone: 'example.org',
      parent: 'org',
      onlyParent: ['old.example.net'],
      onlyZone: ['ns3.example.org'],
      servers: ['ns1.example.org', 'ns3.example.org'],
    },
  }),
  'ns.parents-differ': define<{
    zone: string;
    parent: string;
    servers: string[];
    usual: string;
    /** One of them says that there is no such zone. */
    denied: boolean;
  }>({
    name: 'Parent’s servers disagree on the name servers',
    severity: ({ denied }) => (denied ? 'warning' : 'notice'),
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The servers of ${a.parent} do not agree on the name servers of ${a.zone}`,
    why: (a) =>
      `${list(a.servers)}.${a.usual === '' ? '' : ` The others name ${a.usual}.`} ${a.denied ? `Senders whose resolver meets a server without the delegation find no mail exchanger of ${a.zone}, and return the mail.` : `Who is asked about ${a.zone} depends on which of them a resolver met.`} Shortly after a change that is normal.`,
    fix: (a) =>
      `If it lasts longer than a day, the administrator of ${a.parent} has to bring all of its servers to one version.`,
    headline: (a) => `It depends: the servers of ${a.parent} do not agree on the delegation of ${a.zone}.`,
    plain: (a) => `The servers that say where ${a.zone} is to be found do not agree.`,
    judged:
      'Servers of the parent zone refer to different sets of name servers, or one of them denies the zone.',
    refs: ['RFC 1034 §4.2.2'],
    example: {
      zone: 'shop.example.org',
      parent: 'example.org',
      usual: 'ns1.example.org, ns2.example.org',
      denied: false,
      servers: ['ns2.example.org [198.51.100.53]: old.example.net'],
    },
  }),
  'ns.glue-differs': define<{ zone: string; server: string; glue: string[]; addresses: string[] }>({
    name: 'Glue differs from the zone',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The registry has another address for ${a.server} than the zone`,
    why: (a) =>
      `The parent sends resolvers to ${list(a.glue)}; the zone itself says ${list(a.addresses)}. Whoever comes by the parent asks the wrong machine.`,
    fix: (a) =>
      `Correct the host record (glue) of ${a.server} at the registry.\n${addressLines(a.server, a.addresses)}`,
    judged: 'The glue in the referral holds an address that the zone does not publish for the same name.',
    refs: ['RFC 1034 §4.2.2', 'RFC 9471 §3'],
    example: {
      zone: 'example.org',
      server: 'ns1.example.org',
      glue: ['192.0.2.1'],
      addresses: ['192.0.2.53'],
    },
  }),
  'ns.glue-missing': define<{ zone: string; server: string; others: boolean; addresses: string[] }>({
    name: 'Glue is missing',
    severity: ({ others }) => (others ? 'warning' : 'error'),
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The delegation names ${a.server} without its address`,
    why: (a) =>
      `The name lies inside ${a.zone}, so only its own servers could tell the address. ${a.others ? 'This server is never asked; the others are.' : 'Nobody can find them.'}`,
    fix: (a) =>
      `Register the address of ${a.server} (host record, glue) at the registry.\n${addressLines(a.server, a.addresses)}`,
    judged: 'A server named in the referral lies inside the zone, and the referral has no address for it.',
    refs: ['RFC 1034 §4.2.1', 'RFC 9471 §3'],
    example: {
      zone: 'example.org',
      server: 'ns2.example.org',
      others: true,
      addresses: ['198.51.100.53'],
    },
  }),
  'ns.no-address': define<{ zone: string; server: string }>({
    name: 'Name server without an address',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The name server ${a.server} has no address`,
    why: (a) =>
      `${a.zone} names it, but there is no A or AAAA record for it, so it is never asked. Each lookup that tries it loses time.`,
    fix: (a) =>
      `Publish an address for ${a.server}, or take it out of the NS records and the delegation of ${a.zone}.\n${addressLines(a.server)}`,
    judged: 'A and AAAA of a name in the NS set were answered with no record.',
    refs: ['RFC 1035 §3.3.11'],
    example: { zone: 'example.org', server: 'ns2.example.org' },
  }),
  'ns.is-alias': define<{ zone: string; server: string; target: string }>({
    name: 'Name server is an alias',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The name server ${a.server} is an alias for ${a.target}`,
    why: () =>
      'An NS record must name the server itself. Some resolvers follow the alias, others do not ask this server.',
    fix: (a) =>
      `Name ${a.target} in the NS record of ${a.zone} and at the registry, or give ${a.server} address records.\n${nsLine(a.zone, a.target)}`,
    judged: 'The addresses of a name in the NS set are reached through CNAME records.',
    refs: ['RFC 2181 §10.3'],
    example: { zone: 'example.org', server: 'ns1.example.org', target: 'dns.example.net' },
  }),
  'ns.shared-address': define<{ zone: string; address: string; servers: string[] }>({
    name: 'Name servers share an address',
    severity: 'info',
    side: 'none',
    layer: 3,
    permanence: null,
    title: (a) => `${list(a.servers)} are one name server: ${a.address}`,
    why: () => 'Several names for one address add nothing: when it fails, all of them do.',
    fix: () => '',
    judged: 'Two names in the NS set have the same address, in the zone or in the glue of its parent.',
    refs: ['RFC 2182 §5'],
    example: { zone: 'example.org', address: '192.0.2.53', servers: ['ns1.example.org', 'ns2.example.org'] },
  }),
  'ns.other-domain': define<{ zone: string; servers: string[] }>({
    name: 'Name servers in another domain',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `The name servers of ${a.zone} lie in another domain`,
    why: (a) =>
      `${list(a.servers)}. That works and is common. Resolvers have to find that domain first: when it fails or ends, ${a.zone} is not found either.`,
    fix: () => '',
    judged: 'No server that parent or zone name lies within the zone, or within its parent below a registry.',
    refs: ['RFC 1034 §4.2.1'],
    example: { zone: 'example.org', servers: ['ns1.example.net', 'ns2.example.net'] },
  }),
  'ns.only-one': define<{ zone: string; server: string }>({
    name: 'Only one name server',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${a.zone} has one name server only`,
    why: (a) => `When ${a.server} is not reached, nobody finds the mail exchangers, and mail waits.`,
    fix: (a) =>
      `Set up a second name server for ${a.zone}, in another network, and name it here and at the registry, for example:\n${nsLine(a.zone, `ns2.${a.zone}`)}\n${addressLines(`ns2.${a.zone}`)}`,
    judged: 'The zone and its parent name one server, or all names have one and the same address.',
    refs: ['RFC 1034 §4.1', 'RFC 2182 §5'],
    example: { zone: 'example.org', server: 'ns1.example.org [192.0.2.53]' },
  }),
  'ns.one-network': define<{ zone: string; network: string; addresses: string[] }>({
    name: 'All name servers are in one network',
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
    name: 'Name servers with IPv6 only',
    severity: 'warning',
    side: 'recipient',
    layer: 3,
    permanence: null,
    title: (a) => `The name servers of ${a.zone} have IPv6 addresses only`,
    why: (a) => `${list(a.servers)}: resolvers without IPv6, still many, cannot find the mail exchangers.`,
    fix: (a) =>
      `Give at least one name server an IPv4 address.\n${[...new Set(a.servers.map((server) => server.replace(/ .*/, '')))].map((server) => addressLines(server)).join('\n')}`,
    judged: 'No server of the zone has an IPv4 address.',
    refs: ['RFC 3901 §4'],
    example: { zone: 'example.org', servers: ['ns1.example.org [2001:db8::53]'] },
  }),
  'ns.is-address-literal': define<{ zone: string; server: string }>({
    name: 'NS record with an address in place of a name',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${a.zone} names the address ${a.server} as a name server`,
    why: () => 'An NS record takes a host name. An address there is looked up as a name and never found.',
    fix: (a) =>
      `Name a host in the NS record of ${a.zone}, and give that host the address.\n${nsLine(a.zone, `ns1.${a.zone}`)}\n${addressLines(`ns1.${a.zone}`, [a.server])}`,
    judged: 'A name in the NS set is an IPv4 or IPv6 address.',
    refs: ['RFC 1035 §3.3.11'],
    example: { zone: 'example.org', server: '192.0.2.53' },
  }),
  'ns.ipv4-only': define<{ zone: string }>({
    name: 'Name servers with IPv4 only',
    severity: 'info',
    side: 'none',
    layer: 3,
    permanence: null,
    title: (a) => `The name servers of ${a.zone} have IPv4 addresses only`,
    why: () => 'Resolvers with nothing but IPv6 cannot ask them. There are few, and mail is not touched.',
    fix: () => '',
    judged: 'No server of the zone has an IPv6 address.',
    refs: ['RFC 3901 §4'],
    example: { zone: 'example.org' },
  }),
  'ns.glue-foreign': define<{ zone: string; parent: string; servers: string[] }>({
    name: 'Glue of servers elsewhere',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `${a.parent} sends addresses of servers that are not its business`,
    why: (a) =>
      `${hostsDo(a.servers, 'lies', 'lie')} outside of ${a.parent}. Resolvers ignore such addresses, since anybody could forge them, and look the names up. So did this check.`,
    fix: () => '',
    judged: 'The referral holds addresses for names that are not within the zone of the server that sent it.',
    refs: ['RFC 2181 §5.4.1', 'RFC 9471 §2'],
    example: { zone: 'sub.example.org', parent: 'example.org', servers: ['ns1.example.net'] },
  }),
};
