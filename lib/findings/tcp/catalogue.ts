import { define, list, unlessElsewhere } from '../define';

type Hosts = {
  hosts: string[];
  /** Another address accepted. */
  elsewhere: boolean;
  /** Some other mail server answered this machine: outgoing port 25 works. */
  portWorks: boolean;
  /** The domain, when it has no MX record and this is its own address; else empty. */
  implicit: string;
  /** All of these are IPv6 addresses of exchanges that take the mail over IPv4. */
  overIpv4: boolean;
};

const EXAMPLE: Hosts = {
  hosts: ['mx1.example.org [192.0.2.25]'],
  elsewhere: false,
  portWorks: true,
  implicit: '',
  overIpv4: false,
};

const OTHER_NETWORK = 'Compare from another network.';

/** A sentence that the address stands in for an MX record, where it does. */
function whyImplicit({ implicit }: Hosts): string {
  return implicit === ''
    ? ''
    : ` ${implicit} has no MX record, so this is only the domain’s own address: often a web server that takes no mail, or the domain is misspelt.`;
}

/** What a sender does then. */
function next({ elsewhere }: Hosts): string {
  return elsewhere
    ? 'Senders go on to the next address.'
    : 'Senders keep the mail, try again, and return it after some days.';
}

/** "; over IPv4 it takes mail". */
function besides({ overIpv4 }: Hosts): string {
  return overIpv4 ? '; over IPv4 mail is taken' : '';
}

function fix(a: Hosts, recipient: string): string {
  if (a.overIpv4)
    return `On the recipient’s side: ${recipient} Otherwise remove the AAAA record: senders with IPv6 try it first and lose time with each message.`;
  if (a.implicit !== '')
    return `Check the spelling of ${a.implicit}. If it is right, its administrator publishes an MX record.`;
  return a.portWorks
    ? `On the recipient’s side: ${recipient}`
    : `On the sender’s side: make sure that any mail server can be reached on port 25. On the recipient’s side: ${recipient}`;
}

function headline(a: Hosts, explicit: string): string {
  return a.implicit === ''
    ? explicit
    : `${a.implicit} has no MX record, and its own address takes no connection for mail.`;
}

function plain(a: Hosts, explicit: string): string {
  return a.implicit === ''
    ? explicit
    : `The domain ${a.implicit} does not say which server takes its mail, and its own address does not answer mail. Very often the address is misspelt.`;
}

/** Connections that could not be made, and how. */
export const catalogue = {
  'tcp.refused': define<Hosts>({
    name: 'Connection refused',
    severity: unlessElsewhere,
    side: 'unknown',
    layer: 4,
    permanence: 'temporary',
    title: (a) => `${list(a.hosts)} refused the connection${besides(a)}`,
    why: (a) =>
      `The address answered at once that nothing listens on the SMTP port, or a firewall answered so in its name. ${next(a)}${whyImplicit(a)}`,
    fix: (a) =>
      fix(
        a,
        'check that the mail server runs and listens on this address, and that no firewall rejects the port.',
      ),
    headline: (a) => headline(a, `Deferred: ${list(a.hosts)} refused the connection.`),
    plain: (a) =>
      plain(
        a,
        'What answers at the address of the receiving mail server says that no mail service runs there.',
      ),
    judged: 'The TCP connection was answered with a reset (ECONNREFUSED).',
    refs: ['RFC 9293 §3.5.2', 'RFC 5321 §4.5.4.1'],
    example: EXAMPLE,
  }),
  'tcp.timed-out': define<Hosts & { seconds: number }>({
    name: 'Connection timed out',
    severity: unlessElsewhere,
    side: 'unknown',
    layer: 4,
    permanence: 'temporary',
    title: (a) => `The connection to ${list(a.hosts)} timed out after ${a.seconds} s${besides(a)}`,
    why: (a) =>
      `Nothing came back at all: the machine is off, a firewall drops the packets, or the way between is broken. ${a.elsewhere ? 'Senders wait, then go on to the next address.' : next(a)}${whyImplicit(a)}`,
    fix: (a) =>
      `${fix(a, 'check that the machine runs, and that firewall and routing let the SMTP port through.')}${a.implicit === '' ? ` ${OTHER_NETWORK}` : ''}`,
    headline: (a) => headline(a, `Deferred: the connection to ${list(a.hosts)} timed out.`),
    plain: (a) => plain(a, 'The receiving mail server cannot be reached at the moment.'),
    judged: 'No answer to the TCP connection within the connect time-out.',
    refs: ['RFC 5321 §4.5.4.1'],
    example: { ...EXAMPLE, seconds: 15 },
  }),
  'tcp.reset': define<Hosts>({
    name: 'Connection reset',
    severity: unlessElsewhere,
    side: 'unknown',
    layer: 4,
    permanence: 'temporary',
    title: (a) => `The connection to ${list(a.hosts)} was reset while it was being made${besides(a)}`,
    why: (a) =>
      `Something on the way or at the far end broke the connection off. Often it is a firewall, a protection against too many connections, or a load balancer without a server behind it. ${next(a)}${whyImplicit(a)}`,
    fix: (a) => fix(a, 'look into the logs of firewall and load balancer at the time shown here.'),
    headline: (a) => headline(a, `Deferred: the connection to ${list(a.hosts)} was reset.`),
    plain: (a) => plain(a, 'The connection to the receiving mail server was broken off at once.'),
    judged: 'The TCP connection ended with a reset before the greeting.',
    refs: ['RFC 9293 §3.5.2'],
    example: EXAMPLE,
  }),
  'tcp.unreachable': define<Hosts & { errno: string }>({
    name: 'No route to the server',
    severity: unlessElsewhere,
    side: 'unknown',
    layer: 3,
    permanence: 'temporary',
    title: (a) => `There is no way to ${list(a.hosts)} (${a.errno})${besides(a)}`,
    why: (a) =>
      `A router, or this machine itself, said that the network or the host cannot be reached. Senders with another way in may get through.${whyImplicit(a)}`,
    fix: () => 'Check the routing on the sender’s side first, then whether the address is announced at all.',
    headline: (a) => headline(a, `Deferred: there is no way to ${list(a.hosts)}.`),
    plain: (a) => plain(a, 'The network has no way to the receiving mail server at the moment.'),
    judged: 'The connection ended with EHOSTUNREACH, ENETUNREACH or a like error.',
    refs: ['RFC 1122 §4.2.3.9'],
    example: { ...EXAMPLE, errno: 'EHOSTUNREACH' },
  }),
};
