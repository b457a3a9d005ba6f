import { define, list } from '../../define';
import { addressLines, mxLine } from '../../zone-line';

/** One MX record that something is odd about: the name it stands at, and its two fields. */
type MxRecord = { domain: string; preference: number; exchange: string };

const NAMED: MxRecord = { domain: 'example.org', preference: 10, exchange: 'mx1.example.org' };

/** `10 mx1.example.org` → its two fields. */
function split(record: string): [preference: string, exchange: string] {
  const [preference = '', exchange = ''] = record.split(' ');
  return [preference, exchange];
}

function plain(exchange: string): string {
  return exchange.replaceAll('_', '-');
}

/** What is odd about the MX set as a whole, or about a name in it. */
export const set = {
  'mx.null-with-others': define<{ domain: string; others: string[]; records: string[] }>({
    name: 'Null MX beside other MX records',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${a.domain} publishes a null MX and other MX records`,
    why: (a) =>
      `Beside the null MX (".") ${a.others.length === 1 ? 'stands' : 'stand'} ${list(a.others)}. A null MX must stand alone: Postfix then returns the message, Exim ignores the null MX and goes to the others.`,
    fix: (a) =>
      `If the domain takes mail, keep these records and remove the null MX; if it does not, keep that alone: ${mxLine(a.domain, 0, '.')}\n${a.records.map((record) => mxLine(a.domain, ...split(record))).join('\n')}`,
    headline: (a) => `It depends: ${a.domain} publishes a null MX and other MX records.`,
    plain: (a) => `The domain ${a.domain} says that it takes no mail, and also names a mail server.`,
    judged: 'The MX set holds "." and other names.',
    refs: ['RFC 7505 §3'],
    example: { domain: 'example.org', others: ['mx1.example.org'], records: ['10 mx1.example.org'] },
  }),
  'mx.null-preference': define<{ domain: string; preference: number }>({
    name: 'Null MX with a preference above 0',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `The null MX of ${a.domain} has the preference ${a.preference} instead of 0`,
    why: () => 'It is understood all the same.',
    fix: (a) => `If you touch the record, write it as the standard has it.\n${mxLine(a.domain, 0, '.')}`,
    judged: 'The only MX is "." and its preference is not 0.',
    refs: ['RFC 7505 §3'],
    example: { domain: 'example.org', preference: 10 },
  }),
  'mx.underscore': define<MxRecord & { addresses: string[] }>({
    name: 'Mail exchanger with an underscore in its name',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The mail exchanger ${a.exchange} has an underscore in its name`,
    why: () =>
      'A host name has letters, digits and hyphens. Most senders do not mind; some refuse the name, and no certificate may be issued for it.',
    fix: (a) =>
      `Give the host a name without an underscore and use that in the MX record.\n${addressLines(plain(a.exchange), a.addresses)}\n${mxLine(a.domain, a.preference, plain(a.exchange))}`,
    judged: 'A label of the exchange holds an underscore.',
    refs: ['RFC 1123 §2.1', 'RFC 5321 §2.3.5'],
    example: { ...NAMED, exchange: 'mail_in.example.org', addresses: ['192.0.2.25'] },
  }),
  'mx.localhost': define<MxRecord>({
    name: 'Mail exchanger is localhost',
    severity: 'error',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The mail exchanger is ${a.exchange}: every sender would talk to itself`,
    why: () =>
      'This name means the machine that asks. A sending server notices a loop and bounces the message.',
    fix: (a) =>
      `Name a host in place of ${a.exchange}, as below; a domain without mail publishes the null MX alone: ${mxLine(a.domain, 0, '.')}\n${mxLine(a.domain, a.preference, `mail.${a.domain}`)}`,
    judged: 'The exchange is localhost, or ends in .localhost or .localdomain.',
    refs: ['RFC 6761 §6.3', 'RFC 7505 §3'],
    example: { ...NAMED, exchange: 'localhost' },
  }),
  'mx.null-meant': define<MxRecord>({
    name: 'MX record that was meant to be a null MX',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The MX record names the number ${a.exchange} as the mail exchanger of ${a.domain}`,
    why: (a) =>
      `Very likely a null MX was meant, which says that the domain takes no mail: its exchange is a dot alone. As it stands, senders look up the name ${a.exchange}., find nothing, and return the mail.`,
    fix: (a) => `If the domain takes no mail, publish the null MX (RFC 7505).\n${mxLine(a.domain, 0, '.')}`,
    judged: 'The exchange is a number.',
    refs: ['RFC 7505 §3'],
    example: { ...NAMED, exchange: '0' },
  }),
  'mx.single-label': define<MxRecord & { meant: string }>({
    name: 'Mail exchanger without a domain',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The mail exchanger ${a.exchange} is a name without a domain`,
    why: (a) =>
      `In DNS it is a top-level name. Very likely ${a.meant} was meant, and a dot too many stands at the end of the name in the zone file.`,
    fix: (a) => `Correct the MX record.\n${mxLine(a.domain, a.preference, a.meant)}`,
    judged: 'The exchange has one label only.',
    refs: ['RFC 5321 §2.3.5'],
    example: { ...NAMED, exchange: 'mail', meant: 'mail.example.org' },
  }),
  'mx.name-doubled': define<MxRecord & { meant: string }>({
    name: 'Mail exchanger whose name holds the domain twice',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The name ${a.exchange} holds its domain twice`,
    why: (a) =>
      `Very likely ${a.meant} was meant: in the zone file the dot at the end of the name is missing, so the domain was added once more.`,
    fix: (a) => `Write the exchange with a dot at its end.\n${mxLine(a.domain, a.preference, a.meant)}`,
    judged: 'The exchange has no address and ends in the domain, twice.',
    refs: ['RFC 1035 §5.1'],
    example: { ...NAMED, exchange: 'mail.example.org.example.org', meant: 'mail.example.org' },
  }),
  'mx.dot-missing': define<MxRecord & { meant: string; exists: boolean }>({
    name: 'Name of a mail exchanger without its final dot',
    severity: ({ exists }) => (exists ? 'warning' : 'notice'),
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The name ${a.exchange} looks like ${a.meant} with the own domain behind it`,
    why: (a) =>
      `${a.exchange} has no address${a.exists ? `, and ${a.meant} has one` : ''}. In the zone file the dot at the end of the name is very likely missing, so the domain was added to it.`,
    fix: (a) => `Write the exchange with a dot at its end.\n${mxLine(a.domain, a.preference, a.meant)}`,
    judged:
      'The exchange has no address and ends in the name of the zone. What stands before that is a name with an address, or ends in a common top-level domain.',
    refs: ['RFC 1035 §5.1'],
    example: { ...NAMED, exchange: 'mx.example.net.example.org', meant: 'mx.example.net', exists: true },
  }),
  'mx.address-without-dot': define<MxRecord & { address: string }>({
    name: 'Address with the domain behind it',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The name ${a.exchange} is the address ${a.address} with the own domain behind it`,
    why: () =>
      'An exchange must be a host name. The address that was written in its place was taken for the beginning of a name, which has no address of its own.',
    fix: (a) =>
      `Give the machine a name and put that into the MX record.\n${addressLines(`mail.${a.domain}`, [a.address])}\n${mxLine(a.domain, a.preference, `mail.${a.domain}`)}`,
    judged: 'The exchange has no address, and what stands before the name of the zone is an IPv4 address.',
    refs: ['RFC 5321 §2.3.5', 'RFC 1035 §3.3.9'],
    example: { ...NAMED, exchange: '192.0.2.25.example.org', address: '192.0.2.25' },
  }),
  'mx.duplicate': define<{ domain: string; exchange: string; preferences: string[] }>({
    name: 'Mail exchanger is listed twice',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `The mail exchanger ${a.exchange} is listed ${a.preferences.length} times`,
    why: (a) =>
      `With the preferences ${list(a.preferences)}. A sender tries it once more when the first try failed.`,
    fix: (a) => `One record is enough.\n${mxLine(a.domain, a.preferences[0] ?? '10', a.exchange)}`,
    judged: 'One name stands in the MX set with different preferences.',
    refs: ['RFC 5321 §5.1'],
    example: { domain: 'example.org', exchange: 'mx1.example.org', preferences: ['10', '20'] },
  }),
  'mx.shared-address': define<{ address: string; exchanges: string[] }>({
    name: 'Mail exchangers share an address',
    severity: 'info',
    side: 'none',
    layer: 3,
    permanence: null,
    title: (a) => `${list(a.exchanges)} are one machine: ${a.address}`,
    why: () => 'Several names for one address add nothing: when it fails, all of them do.',
    fix: () => '',
    judged: 'Exchanges of different names have the same address.',
    refs: ['RFC 5321 §5.1'],
    example: { address: '192.0.2.25', exchanges: ['mx1.example.org', 'mx2.example.org'] },
  }),
  'mx.one-network': define<{ network: string; exchanges: string[] }>({
    name: 'All mail exchangers are in one network',
    severity: 'info',
    side: 'none',
    layer: 3,
    permanence: null,
    title: (a) => `All mail exchangers are in the network ${a.network}`,
    why: (a) =>
      `${list(a.exchanges)}: one broken line takes all of them away. Mail then waits at the senders.`,
    fix: () => '',
    judged: 'More than one exchange, and all their addresses lie in one /24 or one /48.',
    refs: ['RFC 5321 §5.1'],
    example: { network: '192.0.2.0/24', exchanges: ['mx1.example.org', 'mx2.example.org'] },
  }),
  'mx.only-one': define<MxRecord>({
    name: 'Only one mail exchanger',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `${a.exchange} is the only mail exchanger`,
    why: () => 'While it is away mail waits at the senders, usually for days, and nothing is lost.',
    fix: (a) =>
      `Nothing need be done. Where mail may not wait, a second machine with the same recipients and rules helps, for example:\n${mxLine(a.domain, a.preference + 10, `mx2.${a.domain}`)}\n${addressLines(`mx2.${a.domain}`)}`,
    judged: 'The MX set holds one exchange with one address.',
    refs: ['RFC 5321 §5.1'],
    example: NAMED,
  }),
  'mx.equal-preference': define<{ preference: number; exchanges: string[] }>({
    name: 'Mail exchangers of equal preference',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `${list(a.exchanges)} have the same preference ${a.preference}`,
    why: () =>
      'Senders choose among them by chance, so each takes a share of the mail. That is how load is spread.',
    fix: () => '',
    judged: 'Several exchanges have one preference.',
    refs: ['RFC 5321 §5.1'],
    example: { preference: 10, exchanges: ['mx1.example.org', 'mx2.example.org'] },
  }),
  'mx.ipv6-only': define<{ exchanges: string[] }>({
    name: 'Mail exchangers with IPv6 only',
    severity: 'warning',
    side: 'recipient',
    layer: 3,
    permanence: null,
    title: () => 'The mail exchangers have IPv6 addresses only',
    why: (a) => `${list(a.exchanges)}: senders without IPv6, still many, cannot deliver.`,
    fix: (a) =>
      `Give at least one mail exchanger an IPv4 address.\n${a.exchanges.map((exchange) => addressLines(exchange)).join('\n')}`,
    judged: 'Addresses were found, and none of them is IPv4.',
    refs: ['RFC 5321 §5.2'],
    example: { exchanges: ['mx1.example.org'] },
  }),
  'mx.large-answer': define<{ domain: string; bytes: number }>({
    name: 'MX answer too large for UDP',
    severity: 'info',
    side: 'none',
    layer: 4,
    permanence: null,
    title: (a) =>
      `The MX answer of ${a.domain} comes truncated over UDP, and whole over TCP (${a.bytes} bytes)`,
    why: () =>
      'It has to be fetched over TCP: one more round trip, and no mail from senders whose TCP port 53 is closed.',
    fix: () => '',
    judged: 'The MX question was answered truncated over UDP and whole over TCP.',
    refs: ['RFC 7766 §5'],
    example: { domain: 'example.org', bytes: 1480 },
  }),
  'mx.order': define<{ domain: string; count: number; records: string[] }>({
    name: 'Order of the mail exchangers',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `${a.domain} has ${a.count} mail exchangers, tried in the order of their preference`,
    why: (a) =>
      `${list(a.records)}: the lowest number first. A sender goes on to the next one when it reaches nobody or is deferred.`,
    fix: () => '',
    judged: 'The MX set has more than one preference.',
    refs: ['RFC 5321 §5.1'],
    example: { domain: 'example.org', count: 2, records: ['10 mx1.example.org', '20 mx2.example.org'] },
  }),
  'mx.too-many': define<{ count: number; left: string[] }>({
    name: 'Too many mail exchangers',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The domain has ${a.count + a.left.length} mail exchangers`,
    why: (a) =>
      `The first ${a.count} in order of preference were looked at. Not looked at: ${list(a.left)}. Senders do not try that many either; some give up at five.`,
    fix: () => 'Keep a handful of mail exchangers.',
    judged: 'The MX set has more exchanges than one check looks at.',
    refs: ['RFC 5321 §5.1'],
    example: { count: 20, left: ['210 mx21.example.org'] },
  }),
  'mx.wildcard': define<{ zone: string; exchanges: string[] }>({
    name: 'Mail exchangers by a wildcard',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `Every name under ${a.zone} that does not exist has mail exchangers`,
    why: (a) =>
      `A wildcard gives them ${list(a.exchanges)}. Mail to a mistyped subdomain goes there instead of being refused at once; names that exist with any record are not touched by it.`,
    fix: () => '',
    judged: 'A name that nobody has made, below the zone, was answered with MX records.',
    refs: ['RFC 4592 §2.2', 'RFC 1034 §4.3.3'],
    example: { zone: 'example.org', exchanges: ['10 mx1.example.org'] },
  }),
};
