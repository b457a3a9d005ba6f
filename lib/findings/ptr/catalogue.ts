import { define, list } from '../define';

const ONLY_FOR_SENDERS =
  'Receiving mail does not need it: only when this machine sends mail do receivers compare its address, its reverse name and the name it says in EHLO.';

/** Reverse names of the exchanges: information, since nobody who sends mail to them looks at it. */
export const catalogue = {
  'ptr.missing': define<{ host: string; address: string }>({
    name: 'No reverse name',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `${a.address} of ${a.host} has no reverse name`,
    why: () => ONLY_FOR_SENDERS,
    fix: () => '',
    judged: 'The PTR question for an address of an exchange was answered with no record.',
    refs: ['RFC 1912 §2.1', 'RFC 5321 §4.1.4'],
    example: { host: 'mx1.example.org', address: '192.0.2.25' },
  }),
  'ptr.unresolved': define<{ host: string; address: string }>({
    name: 'Reverse name cannot be looked up',
    severity: 'info',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The reverse name of ${a.address} (${a.host}) cannot be looked up`,
    why: () => `The name servers of the reverse zone gave no usable answer. ${ONLY_FOR_SENDERS}`,
    fix: (a) => `Whoever holds the network of ${a.address} repairs the name servers of its reverse zone.`,
    judged: 'The PTR question for an address of an exchange ended without a usable answer.',
    refs: ['RFC 1912 §2.1'],
    example: { host: 'mx1.example.org', address: '192.0.2.25' },
  }),
  'ptr.not-confirmed': define<{
    host: string;
    address: string;
    names: string[];
    /** DNS denies all of these names. */
    denied: boolean;
  }>({
    name: 'Reverse name does not lead back',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `The reverse name of ${a.address} does not lead back to it`,
    why: (a) =>
      `It is ${list(a.names)}, which ${a.denied ? 'does not exist' : 'has another address or none'}. ${ONLY_FOR_SENDERS}`,
    fix: () => '',
    judged: 'No name in the PTR records of an address of an exchange has that address.',
    refs: ['RFC 1912 §2.1'],
    example: {
      host: 'mx1.example.org',
      address: '192.0.2.25',
      names: ['host-25.example.net'],
      denied: false,
    },
  }),
  'ptr.generic': define<{ host: string; address: string; name: string }>({
    name: 'Reverse name of a provider',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `The reverse name of ${a.address} is one that a provider made`,
    why: (a) =>
      `${a.name} names the line, not the mail server. Receivers distrust mail that comes from such names. ${ONLY_FOR_SENDERS}`,
    fix: () => '',
    judged: 'The PTR name holds the octets of the address, or a word such as "dynamic" or "pool".',
    refs: ['RFC 1912 §2.1'],
    example: { host: 'mx1.example.org', address: '192.0.2.25', name: '192-0-2-25.pool.example.net' },
  }),
  'ptr.names-differ': define<{
    host: string;
    address: string;
    names: string[];
    banner: string;
    ehlo: string;
  }>({
    name: 'Greeting, reverse name and MX differ',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `${a.host} [${a.address}] goes by different names`,
    why: (a) =>
      `Reverse name: ${list(a.names)}. Greeting: ${a.banner}. Answer to EHLO: ${a.ehlo}. ${ONLY_FOR_SENDERS}`,
    fix: () => '',
    judged:
      'The greeting begins with a host name, and it is not among the PTR records of the address, or not the name in the answer to EHLO.',
    refs: ['RFC 5321 §4.1.4', 'RFC 5321 §4.3.1'],
    example: {
      host: 'mx1.example.org',
      address: '192.0.2.25',
      names: ['static-25.example.net'],
      banner: 'mail.example.org',
      ehlo: 'mail.example.org',
    },
  }),
};
