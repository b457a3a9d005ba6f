import { define, list } from '../../define';

/** A network that this machine does not have. */
function missing(family: 'IPv4' | 'IPv6', example: string) {
  return define<{ hosts: string[] }>({
    name: `No ${family} at the sender`,
    severity: 'info',
    side: 'sender',
    layer: 3,
    permanence: null,
    title: () => `This machine has no ${family}, so the ${family} addresses were not tested`,
    why: (a) => `${list(a.hosts)} could not be tried from here. This says nothing about the other side.`,
    fix: () => `Give the machine that runs mxproof an ${family} connection to have these addresses tested.`,
    headline: () => `This machine has no ${family}, and the domain has only ${family} addresses.`,
    plain: () =>
      `The servers of the receiving domain can only be reached in a way (${family}) that the testing machine does not have. This says nothing about the other side.`,
    judged: `Every connection to an ${family} address failed at once for want of a route from this machine${family === 'IPv4' ? ', and so did every question to a name server over IPv4' : ''}.`,
    refs: [],
    example: { hosts: [example] },
  });
}

/** Faults of our own network and machine, which say nothing of the other side. */
export const network = {
  'vantage.no-ipv4': missing('IPv4', 'mx1.example.org [192.0.2.25]'),
  'vantage.no-ipv6': missing('IPv6', 'mx1.example.org [2001:db8:25::1]'),
  'vantage.intercepted': define<{ address: string; port: number; banner: string }>({
    name: 'SMTP connections are intercepted',
    severity: 'error',
    side: 'sender',
    layer: 4,
    permanence: null,
    title: (a) =>
      `The sender’s network answers SMTP in the name of others: ${a.address} port ${a.port} accepted a connection`,
    why: (a) =>
      `Nothing can listen at ${a.address}, yet a connection was made${a.banner === '' ? '' : ` and "${a.banner}" was said`}. So something near the sender intercepts this port, and the sessions below may have been held with it instead of with the servers named.`,
    fix: (a) =>
      `Ask whoever runs this network, or its provider, to take port ${a.port} out of the proxy or firewall that answers for everybody. Until then nothing seen from here proves anything about the other side.`,
    headline: () =>
      'The sender’s network intercepts SMTP: what was seen proves nothing about the other side.',
    plain: () =>
      'Something in the network of the testing machine answers in the name of every mail server. The test has to be made from another network.',
    judged: 'A connection to MXPROOF_CONTROL_ADDRESS, where nothing can listen, was accepted.',
    refs: ['RFC 5737 §3'],
    example: { address: '192.0.2.1', port: 25, banner: '220 smtp-proxy ready' },
  }),
  'vantage.port-rejected': define<{ address: string; port: number }>({
    name: 'Port 25 is rejected by the sender’s network',
    severity: 'warning',
    side: 'sender',
    layer: 4,
    permanence: null,
    title: (a) => `The sender’s network rejects connections to port ${a.port}, whoever they are for`,
    why: (a) =>
      `${a.address}, where nothing is, refused the connection: a firewall near the sender answered. It answers for the mail servers as well, so nothing is proven about them.`,
    fix: (a) => `Open outgoing port ${a.port} for the machine that runs mxproof, or ask the provider to.`,
    headline: (a) =>
      `Not known: the sender’s network rejects connections to port ${a.port}, whoever they are for.`,
    plain: () =>
      'The network of the testing machine lets no mail out. The test has to be made from another network, or the port opened.',
    judged: 'A connection to MXPROOF_CONTROL_ADDRESS, where nothing can be, was answered with a reset.',
    refs: ['RFC 5737 §3'],
    example: { address: '192.0.2.1', port: 25 },
  }),
  'vantage.nothing-reachable': define<{ hosts: string[]; count: number }>({
    name: 'No mail server can be reached',
    severity: 'error',
    side: 'unknown',
    whoActs: 'sender-admin',
    layer: 4,
    permanence: 'temporary',
    title: (a) => `Not one of ${a.count} addresses could be reached: look at the sender’s side first`,
    why: (a) =>
      `${list(a.hosts)}: none of them accepted a connection from here. When several servers fail alike, look at what they have in common. Very often outgoing port 25 is blocked by the sender’s provider or firewall; one firewall or line of the recipient’s is possible, too.`,
    fix: () =>
      'From the machine that runs mxproof, try to connect to port 25 of a server known to work. If that fails too, ask your provider to open outgoing port 25.',
    headline: () => 'Not known: not one mail exchanger could be reached from here.',
    plain: () =>
      'None of the receiving mail servers could be reached from here. Which side is at fault is not proven; the network on the sender’s side has to be checked first.',
    judged: 'Two or more addresses were tried, and every connection timed out or found no way.',
    refs: [],
    example: {
      hosts: ['mx1.example.org [192.0.2.25]', 'mx2.example.org [198.51.100.25]'],
      count: 2,
    },
  }),
  'vantage.no-dns': define<{ servers: string[]; count: number }>({
    name: 'No root server answers',
    severity: 'error',
    side: 'sender',
    layer: 4,
    permanence: 'temporary',
    title: (a) => `None of the ${a.count} root servers asked answered: look at the sender’s side first`,
    why: () =>
      'The root servers are never all down. Most likely UDP and TCP port 53 are blocked on the way out of this machine.',
    fix: () =>
      'Allow outgoing UDP and TCP port 53 for the machine that runs mxproof; it asks name servers directly.',
    headline: () => 'No root server could be reached from here: the sender’s side is suspected.',
    plain: () =>
      'The testing machine could not ask anything on the network. That is a fault on the sender’s side and says nothing about the receiving domain.',
    judged: 'Every root server that was asked stayed silent or could not be reached.',
    refs: ['RFC 9609 §2'],
    example: { servers: ['a.root-servers.net [198.41.0.4]'], count: 26 },
  }),
  'vantage.dns-intercepted': define<{ servers: string[]; question: string }>({
    name: 'DNS is intercepted',
    severity: 'error',
    side: 'sender',
    layer: 7,
    permanence: null,
    title: () => 'Port 53 is intercepted on the sender’s side',
    why: (a) =>
      `${list(a.servers)} answered ${a.question} without authority. A root or registry server sends on to other servers and never answers so: a resolver of the sender’s network or provider answered in its name. Nothing is claimed about the domain.`,
    fix: () =>
      'Ask whoever runs the sender’s network, or its provider, to let DNS queries to port 53 pass unchanged (UDP and TCP), and run the check again.',
    headline: () =>
      'Not known: port 53 is intercepted on the sender’s side, so nothing is proven about the domain.',
    plain: () =>
      'Something in the network of the testing machine answers in the name of the servers of the domain name system. The test has to be made from another network.',
    judged:
      'A root or registry server answered about a name of a domain below it, without the authority bit.',
    refs: ['RFC 1034 §4.3.2', 'RFC 1035 §4.1.1'],
    example: { servers: ['a.root-servers.net [198.41.0.4]'], question: 'example.org MX' },
  }),
  'vantage.no-dns-tcp': define<{ servers: string[] }>({
    name: 'DNS over TCP does not work',
    severity: 'unknown',
    side: 'sender',
    layer: 4,
    permanence: 'temporary',
    title: () => 'No name server answers over TCP: look at the sender’s side first',
    why: (a) =>
      `${list(a.servers)}, one of a registry among them, were asked over TCP, and nothing came back. Most likely TCP port 53 is blocked on the way out of this machine. Nothing is claimed about what the servers do over TCP.`,
    fix: () => 'Allow outgoing TCP port 53 for the machine that runs mxproof, and run the check again.',
    headline: () => 'Answers that need TCP could not be fetched from here: the sender’s side is suspected.',
    plain: () =>
      'The testing machine could not fetch the answers it needed. That is very likely a fault on the sender’s side and says nothing about the receiving domain.',
    judged:
      'Questions over TCP were put to two servers or more, one of a registry or the root among them where possible, and none was answered.',
    refs: ['RFC 7766 §5'],
    example: { servers: ['ns1.example.org [192.0.2.53]', 'a0.org.afilias-nst.info [199.19.56.1]'] },
  }),
  'vantage.ipv6-silent': define<{ servers: string[] }>({
    name: 'Nothing answers over IPv6',
    severity: 'unknown',
    side: 'sender',
    layer: 3,
    permanence: 'temporary',
    title: () => 'Nothing answers over IPv6: look at the sender’s side first',
    why: (a) =>
      `${list(a.servers)}: every question to an IPv6 address was lost, whoever was asked. Most likely this machine has an IPv6 address and no working way out. Nothing is claimed about the IPv6 addresses of others.`,
    fix: () =>
      'Repair the IPv6 route of the machine that runs mxproof, or remove its IPv6 address, and run the check again.',
    headline: () =>
      'What has only IPv6 addresses could not be asked from here: the sender’s side is suspected.',
    plain: () =>
      'The testing machine has no working connection of the newer kind (IPv6). That is a fault on the sender’s side and says nothing about the receiving domain.',
    judged:
      'Questions were put to two IPv6 addresses or more, none was answered, and no mail server was reached over IPv6.',
    refs: ['RFC 6724 §10.3'],
    example: { servers: ['ns1.example.org [2001:db8::53]', 'ns2.example.org [2001:db8:1::53]'] },
  }),
  'vantage.clock': define<{ now: string; from: string; until: string }>({
    name: 'The clock is wrong',
    severity: 'warning',
    side: 'sender',
    layer: 7,
    permanence: null,
    title: () => 'The clock of this machine is wrong',
    why: (a) =>
      `It says ${a.now} UTC; a signature that the root zone sends now is valid from ${a.from} to ${a.until}. With such a clock every DNSSEC signature looks expired or not yet valid, so none was judged.`,
    fix: () =>
      'Set the clock of the machine that runs mxproof (timedatectl set-ntp true), and run the check again.',
    judged: 'The root servers sent a signature of the root zone that is not valid at the time of the check.',
    refs: ['RFC 4035 §5.3.1'],
    example: { now: '2028-01-01 12:00', from: '2026-11-23 05:00', until: '2026-12-06 06:00' },
  }),
};
