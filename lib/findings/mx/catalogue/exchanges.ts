import { define, list } from '../../define';
import { addressLines, mxLine } from '../../zone-line';
import { isOwnRange, ownNetwork, rangeWords } from '../../own-network';

function noAddress({ denied, target }: { denied: boolean; target: string }): string {
  const alias = target === '' ? '' : `is an alias for ${target}, which `;
  return `${alias}${denied ? 'does not exist' : 'has no address'}`;
}

/** `10.0.0.25 (private) and 127.0.0.1 (loopback)`. */
function specialList({ addresses, reasons }: { addresses: string[]; reasons: string[] }): string {
  return list(addresses.map((address, index) => `${address} (${rangeWords(reasons[index] ?? '')})`));
}

/** What the MX records and the addresses of the exchanges say. */
export const exchanges = {
  'mx.null': define<{ domain: string }>({
    name: 'Null MX: the domain takes no mail',
    severity: 'info',
    side: 'recipient',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `${a.domain} declares that it takes no mail`,
    why: () =>
      'Its only MX record points at "." (null MX, RFC 7505). This is a statement, not a mistake: sending servers connect nowhere, not to its address either. They return the message at once with 556 5.1.10 or 550 5.1.10.',
    fix: (a) =>
      `If the domain should take mail, replace the record "MX 0 ." by its mail exchanger, for example:\n${mxLine(a.domain, 10, `mail.${a.domain}`)}`,
    headline: (a) => `${a.domain} declares that it takes no mail (null MX).`,
    plain: (a) => `The owner of ${a.domain} has declared that this domain does not receive mail.`,
    judged: 'The MX set consists of the exchange "." alone.',
    refs: ['RFC 7505 §3', 'RFC 7505 §4'],
    example: { domain: 'nomail.example.org' },
  }),
  'mx.implicit': define<{ domain: string; target: string }>({
    name: 'No MX record: the address is used',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${a.domain} has no MX record; its own address is used`,
    why: (a) =>
      `Without MX the address record of the same name stands in (implicit MX)${a.target === '' ? '' : `, here that of ${a.target}, for which the name is an alias`}. It works, but the machine at that address is often a web server that takes no mail.`,
    fix: (a) =>
      a.target === ''
        ? `Say what is meant, for example:\n${mxLine(a.domain, 10, a.domain)}`
        : `An alias can have no MX record beside it. Publish the MX record at its target, as below, or replace the CNAME of ${a.domain} by address and MX records of its own.\n${mxLine(a.target, 10, a.target)}`,
    judged: 'The MX question has no record as answer, and A or AAAA of the domain has.',
    refs: ['RFC 5321 §5.1'],
    example: { domain: 'sub.example.org', target: '' },
  }),
  'mx.denied-with-nxdomain': define<{ domain: string; zone: string }>({
    name: 'NXDOMAIN for a name that exists',
    severity: 'error',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `A name server denies that ${a.domain} exists, although it has an address`,
    why: (a) =>
      `Asked for MX, a server of ${a.zone} answers NXDOMAIN: no such name, of any type. Exim then returns the message at once; Postfix uses the address of ${a.domain}. Resolvers may forget the address, too.`,
    fix: (a) =>
      `Have the name server of ${a.zone} answer NOERROR without records for types that ${a.domain} does not have, and publish an MX record if the domain takes mail.
${mxLine(a.domain, 10, `mail.${a.domain}`)}`,
    headline: (a) => `It depends: a name server denies that ${a.domain} exists, although it has an address.`,
    plain: (a) =>
      `The domain name system says that ${a.domain} does not exist, and gives an address for it as well.`,
    judged: 'The MX question was answered with NXDOMAIN, and A or AAAA of the same name with an address.',
    refs: ['RFC 8020 §2', 'RFC 5321 §5.1'],
    example: { domain: 'shop.example.org', zone: 'example.org' },
  }),
  'mx.no-address': define<{
    exchange: string;
    preference: number;
    others: boolean;
    mistyped: boolean;
    /** DNS denies the name itself. */
    denied: boolean;
    /** The domain of the exchange, when nobody has registered it; else empty. */
    unregistered: string;
    /** No other exchange comes before it. */
    preferred: boolean;
    /** What it is an alias for; else empty. */
    target: string;
  }>({
    name: 'Mail exchanger without an address',
    severity: (a) => (a.others ? 'warning' : 'error'),
    side: 'recipient',
    layer: 7,
    permanence: 'permanent',
    title: (a) =>
      `The ${a.preferred && a.others ? 'preferred ' : ''}mail exchanger ${a.exchange} ${noAddress(a)}`,
    why: (a) =>
      `${a.others ? 'Senders deliver to the other exchanges.' : 'No other exchange can be used, and the address of the domain itself does not count when an MX record exists.'}${a.unregistered === '' ? '' : ` The domain ${a.unregistered} does not exist: whoever registers it can receive this mail.`}`,
    fix: (a) =>
      a.mistyped || a.unregistered !== ''
        ? `Correct the name ${a.exchange} in the MX record, or take it out.`
        : a.target === ''
          ? `Publish the address of ${a.exchange}, or take it out of the MX records.\n${addressLines(a.exchange)}`
          : `Name a host that has an address in the MX record; it may not be an alias.`,
    headline: (a) =>
      `Permanent: the mail exchanger ${a.exchange} ${noAddress(a)}, so there is nowhere to deliver to.`,
    plain: (a) => `The domain names ${a.exchange} as its mail server, but that name leads to no machine.`,
    judged: 'A and AAAA of the exchange were both answered with "no such record" or "no such name".',
    refs: ['RFC 5321 §5.1'],
    example: {
      exchange: 'mail.example.org',
      preference: 10,
      others: false,
      mistyped: false,
      denied: false,
      unregistered: '',
      preferred: true,
      target: '',
    },
  }),
  'mx.many-without-address': define<{ domain: string; exchanges: string[]; all: number; others: boolean }>({
    name: 'Several mail exchangers without an address',
    severity: (a) => (a.others ? 'warning' : 'error'),
    side: 'recipient',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `${a.exchanges.length} of the ${a.all} mail exchangers of ${a.domain} have no address`,
    why: (a) =>
      `${list(a.exchanges)}. ${a.others ? 'Senders deliver to the other exchanges.' : 'No other exchange can be used, and the address of the domain itself does not count when an MX record exists.'}`,
    fix: () => 'Publish the addresses of these exchanges, or take them out of the MX records.',
    headline: (a) =>
      `Permanent: the mail exchangers of ${a.domain} have no address, so there is nowhere to deliver to.`,
    plain: (a) => `The domain ${a.domain} names mail servers whose names lead to no machine.`,
    judged: 'A and AAAA of three exchanges or more were answered with "no such record" or "no such name".',
    refs: ['RFC 5321 §5.1'],
    example: {
      domain: 'example.org',
      exchanges: ['mx2.example.org', 'mx3.example.org', 'mx4.example.org'],
      all: 4,
      others: true,
    },
  }),
  'mx.alias-loop': define<{ exchange: string; chain: string[]; others: boolean }>({
    name: 'Mail exchanger is an alias that leads nowhere',
    severity: (a) => (a.others ? 'warning' : 'error'),
    side: 'recipient',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `The mail exchanger ${a.exchange} is an alias that leads nowhere`,
    why: (a) =>
      `It leads on to ${list(a.chain)}, in a circle or without an end, and never to an address. ${a.others ? 'Senders can only use the other exchanges.' : 'There is no other exchange: senders keep the message, try again, and return it after some days.'}`,
    fix: (a) =>
      `Give ${a.exchange} address records of its own in place of the alias.\n${addressLines(a.exchange)}`,
    headline: (a) => `Deferred: the mail exchanger ${a.exchange} is an alias that leads nowhere.`,
    plain: (a) =>
      `The domain names ${a.exchange} as its mail server, and that name only refers to other names.`,
    judged:
      'The CNAME records of the exchange come back to a name seen before, or are more than this check follows.',
    refs: ['RFC 1034 §3.6.2', 'RFC 2181 §10.3'],
    example: { exchange: 'mail.example.org', chain: ['a.example.org', 'mail.example.org'], others: false },
  }),
  'mx.address-unresolved': define<{ exchange: string; preference: number; others: boolean }>({
    name: 'Address of a mail exchanger not found for now',
    severity: (a) => (a.others ? 'warning' : 'error'),
    side: 'recipient',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `The address of the mail exchanger ${a.exchange} could not be found for now`,
    why: () =>
      'The name servers responsible for the exchange gave no usable answer. A sending server keeps the message, tries again, and returns it after some days.',
    fix: (a) => `The administrator of the zone of ${a.exchange} checks its name servers.`,
    headline: (a) => `Deferred: the address of the mail exchanger ${a.exchange} could not be found.`,
    plain: (a) => `The servers that know the address of ${a.exchange} do not give it at the moment.`,
    judged: 'A walk for A or AAAA of the exchange failed and the other one found nothing.',
    refs: ['RFC 5321 §5.1'],
    example: { exchange: 'mail.example.net', preference: 10, others: false },
  }),
  'mx.is-alias': define<{
    domain: string;
    preference: number;
    exchange: string;
    target: string;
    chain: string[];
  }>({
    name: 'Mail exchanger is an alias',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The mail exchanger ${a.exchange} is an alias for ${a.target}`,
    why: () =>
      'An MX record may not point at an alias. Most senders follow it all the same; some refuse, and certificates are checked against a name that the server may not know.',
    fix: (a) => `Point the MX record at ${a.target} itself.\n${mxLine(a.domain, a.preference, a.target)}`,
    judged: 'The address question for the exchange was answered with a CNAME record.',
    refs: ['RFC 2181 §10.3', 'RFC 5321 §5.1'],
    example: {
      domain: 'example.org',
      preference: 10,
      exchange: 'mail.example.org',
      target: 'host7.example.net',
      chain: ['host7.example.net'],
    },
  }),
  'mx.is-address-literal': define<{
    domain: string;
    preference: number;
    exchange: string;
    /** Whether mail can go to another exchange. */
    others: boolean;
  }>({
    name: 'MX record with an address in place of a name',
    severity: (a) => (a.others ? 'warning' : 'error'),
    side: 'recipient',
    layer: 7,
    permanence: (a) => (a.others ? 'temporary' : 'permanent'),
    title: (a) => `The MX record names the address ${a.exchange} instead of a host`,
    why: (a) =>
      `An MX record must name a host. Postfix connects to the address all the same; Exim and others look it up as a name, find nothing, and ${a.others ? 'use the other mail exchangers' : 'return the message'}.`,
    fix: (a) =>
      `Give the machine a name with an A or AAAA record and put that name into the MX record.\n${addressLines(`mail.${a.domain}`, [a.exchange])}\n${mxLine(a.domain, a.preference, `mail.${a.domain}`)}`,
    headline: (a) => `The MX record of ${a.domain} names the address ${a.exchange} instead of a host.`,
    plain: () => 'The entry that names the domain’s mail server has a wrong form.',
    judged: 'The exchange has the form of an IP address.',
    refs: ['RFC 5321 §2.3.5', 'RFC 1035 §3.3.9'],
    example: { domain: 'example.org', preference: 10, exchange: '192.0.2.25', others: false },
  }),
  'mx.private-address': define<{
    exchange: string;
    addresses: string[];
    /** Of each address, why it cannot be reached. */
    reasons: string[];
    others: boolean;
  }>({
    name: 'Mail exchanger with a private address',
    severity: (a) => (a.others ? 'warning' : 'error'),
    side: 'recipient',
    layer: 3,
    permanence: 'temporary',
    title: (a) =>
      a.addresses.length === 1
        ? `The mail exchanger ${a.exchange} has the address ${list(a.addresses)}, which the internet cannot reach`
        : `The mail exchanger ${a.exchange} has ${a.addresses.length} addresses that the internet cannot reach`,
    why: (a) =>
      `${a.addresses.length === 1 ? `The address is special (${rangeWords(a.reasons[0] ?? '')}) and was` : `The addresses are special and were`} not contacted${a.addresses.length === 1 ? '' : `: ${specialList(a)}`}. A sender on the internet reaches nothing there, or a machine of its own network. ${a.others ? 'Mail goes to the other addresses, with a delay.' : 'Mail waits and is returned after some days; it does not heal by itself.'}`,
    fix: (a) =>
      `Publish the globally reachable address of ${a.exchange}${a.reasons.some(isOwnRange) ? ` and keep the inner ${a.reasons.filter(isOwnRange).length === 1 ? 'one' : 'ones'} to the inner DNS` : ''}.${ownNetwork(...a.reasons)}\n${addressLines(a.exchange)}`,
    headline: (a) =>
      `Nobody on the internet can deliver: ${a.exchange} has ${a.addresses.length === 1 ? `the address ${list(a.addresses)}` : `${a.addresses.length} addresses, and none of them can be reached`}.`,
    plain: (a) =>
      `The mail server ${a.exchange} is published with ${a.addresses.length === 1 ? 'an address' : 'addresses'} that nobody on the internet can reach.`,
    judged:
      'The address lies in a range that is not globally reachable and not allowed by the configuration.',
    refs: ['RFC 6890 §2.2.2', 'RFC 1918 §3'],
    example: {
      exchange: 'mail.example.org',
      addresses: ['10.0.0.25'],
      reasons: ['private'],
      others: false,
    },
  }),
};
