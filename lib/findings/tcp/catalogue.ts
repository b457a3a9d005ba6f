import { define, list, unlessElsewhere } from '../define';

type Hosts = { hosts: string[]; elsewhere: boolean };

const WAIT = 'Mail is not lost: the sending server keeps it and tries again, usually for several days.';

/** Connections that could not be made, and how. */
export const catalogue = {
  'tcp.refused': define<Hosts>({
    severity: unlessElsewhere,
    side: 'unknown',
    layer: 4,
    permanence: 'temporary',
    title: (a) => `${list(a.hosts)} refused the connection`,
    why: () =>
      'The address answered at once that nothing listens on the SMTP port, or a firewall in between answered so in its name. Senders try again later.',
    fix: () =>
      'On the receiving side: check that the mail server runs and listens on this address, and that no firewall rejects the port. On the sending side: check that outgoing port 25 is not rejected.',
    headline: (a) => `${list(a.hosts)} refused the connection.`,
    plain: () => `The receiving mail server's machine answers, but no mail service was found on it. ${WAIT}`,
    judged: 'The TCP connection was answered with a reset (ECONNREFUSED).',
    refs: ['RFC 9293 §3.5.2', 'RFC 5321 §4.5.4.1'],
    example: { hosts: ['mx1.example.org [192.0.2.25]'], elsewhere: false },
  }),
  'tcp.timed-out': define<Hosts & { seconds: number }>({
    severity: unlessElsewhere,
    side: 'unknown',
    layer: 4,
    permanence: 'temporary',
    title: (a) => `${list(a.hosts)} did not answer the connection within ${a.seconds} s`,
    why: () =>
      'Nothing came back at all: the machine is off, a firewall on either side drops the packets, or the way between is broken. Senders wait, then try the next address.',
    fix: () =>
      'Compare from another network. If it connects there, look at the firewall and the routing on the sending side (many providers block outgoing port 25); if not, at those of the receiving side.',
    headline: (a) => `No answer from ${list(a.hosts)} on the SMTP port.`,
    plain: () => `The receiving mail server cannot be reached at the moment. ${WAIT}`,
    judged: 'No answer to the TCP connection within the connect time-out.',
    refs: ['RFC 5321 §4.5.4.1'],
    example: { hosts: ['mx1.example.org [192.0.2.25]'], elsewhere: false, seconds: 15 },
  }),
  'tcp.reset': define<Hosts>({
    severity: unlessElsewhere,
    side: 'unknown',
    layer: 4,
    permanence: 'temporary',
    title: (a) => `The connection to ${list(a.hosts)} was reset while it was being made`,
    why: () =>
      'Something on the way or at the far end broke the connection off: often a firewall, a protection against too many connections, or a load balancer without a server behind it.',
    fix: () =>
      'On the receiving side: look into the logs of firewall and load balancer at the time shown here.',
    headline: (a) => `The connection to ${list(a.hosts)} was reset.`,
    plain: () => `The connection to the receiving mail server was broken off at once. ${WAIT}`,
    judged: 'The TCP connection ended with a reset before the greeting.',
    refs: ['RFC 9293 §3.5.2'],
    example: { hosts: ['mx1.example.org [192.0.2.25]'], elsewhere: false },
  }),
  'tcp.unreachable': define<Hosts & { errno: string }>({
    severity: unlessElsewhere,
    side: 'unknown',
    layer: 3,
    permanence: 'temporary',
    title: (a) => `There is no way to ${list(a.hosts)} (${a.errno})`,
    why: () =>
      'A router, or this machine itself, said that the network or the host cannot be reached. Senders with another way in may get through.',
    fix: () => 'Check the routing on the sending side first, then whether the address is announced at all.',
    headline: (a) => `There is no way to ${list(a.hosts)}.`,
    plain: () => `The network has no way to the receiving mail server at the moment. ${WAIT}`,
    judged: 'The connection ended with EHOSTUNREACH, ENETUNREACH or a like error.',
    refs: ['RFC 1122 §4.2.3.9'],
    example: { hosts: ['mx1.example.org [192.0.2.25]'], elsewhere: false, errno: 'EHOSTUNREACH' },
  }),
};
