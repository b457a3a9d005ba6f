import { define, list } from '../define';
import { addressLines, mxLine } from '../zone-line';

/** Whether the domain takes mail at all, and where it stands. */
export const catalogue = {
  'domain.not-found': define<{ domain: string; zone: string }>({
    name: 'The domain does not exist',
    severity: 'error',
    side: 'recipient',
    whoActs: 'sender',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `The domain ${a.domain} does not exist`,
    why: (a) =>
      `An authoritative server of ${a.zone === '.' ? 'the root zone' : a.zone} answered NXDOMAIN: there is no such name and nothing below it. A sending server gives up at once (5.1.2).`,
    fix: (a) =>
      a.zone.includes('.')
        ? `On the sender’s side: check the spelling of the address. On the recipient’s side, if it is right: the administrator of ${a.zone} adds the name to the zone.`
        : 'On the sender’s side: check the spelling of the address. On the recipient’s side, if it is right: the owner of the domain looks at its registration. An expired or withdrawn domain answers in this way.',
    headline: (a) => `Permanent: the domain ${a.domain} does not exist.`,
    plain: (a) =>
      `There is no domain named ${a.domain}, so no mail can be sent to it. Most often the address is misspelt${a.zone.includes('.') ? '.' : '; otherwise the domain’s registration has ended.'}`,
    judged: 'MX, A and AAAA of the domain were all answered with NXDOMAIN by an authoritative server.',
    refs: ['RFC 5321 §5.1', 'RFC 8020 §2'],
    example: { domain: 'exmaple.org', zone: 'org' },
  }),
  'domain.no-mail-service': define<{ domain: string }>({
    name: 'The domain has neither MX nor address',
    severity: 'error',
    side: 'recipient',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `${a.domain} has neither an MX record nor an address`,
    why: () =>
      'The name exists, but it names no mail exchanger and has no address that could stand in for one. A sending server has nowhere to go and bounces the message.',
    fix: (a) =>
      `Publish an MX record, for example:\n${mxLine(a.domain, 10, `mail.${a.domain}`)}\n${addressLines(`mail.${a.domain}`)}`,
    headline: (a) => `Permanent: ${a.domain} has no mail service, neither an MX record nor an address.`,
    plain: (a) => `The domain ${a.domain} exists, but nothing in it says which server takes its mail.`,
    judged: 'The MX question has no record as answer, and neither have A and AAAA of the domain.',
    refs: ['RFC 5321 §5.1'],
    example: { domain: 'parked.example.org' },
  }),
  'domain.asks-for-no-check': define<{ domain: string; hosts: string[] }>({
    name: 'The domain asks not to be contacted',
    severity: 'notice',
    side: 'none',
    layer: null,
    permanence: null,
    title: (a) => `${a.domain} asks not to be contacted by mxproof`,
    why: (a) =>
      `A TXT record at _mxproof.${a.domain} asks for no contact. No session was opened with ${list(a.hosts)}. DNS was read as always, and nothing is claimed about what the mail servers would answer.`,
    fix: (a) =>
      `On the recipient’s side, if checks are wanted: remove the TXT record at _mxproof.${a.domain}.`,
    headline: (a) => `Not checked: ${a.domain} asks by a TXT record not to be contacted by mxproof.`,
    plain: (a) =>
      `The owner of ${a.domain} does not want its mail servers to be checked from here, so they were not asked. Mail itself is not touched by that: it may well arrive.`,
    judged:
      'A TXT record at _mxproof below the domain says "v=mxproof1; contact=no", or just "no"; no session was opened.',
    refs: [],
    example: { domain: 'example.org', hosts: ['mx1.example.org [192.0.2.25]'] },
  }),
  'domain.is-alias': define<{
    domain: string;
    target: string;
    chain: string[];
    /** The name below which all names are redirected, when that made the alias; else empty. */
    dname: string;
  }>({
    name: 'The domain is an alias',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `${a.domain} is an alias for ${a.target}`,
    why: (a) =>
      `${a.dname === '' ? '' : `A DNAME record at ${a.dname} redirects every name below it. `}Mail follows the alias: the mail exchangers are those of ${a.target}. A name that is an alias can have no MX record of its own.`,
    fix: () => '',
    judged: 'The answer to the MX question begins with one or more CNAME records.',
    refs: ['RFC 5321 §5.1', 'RFC 1034 §3.6.2', 'RFC 6672 §3.1'],
    example: { domain: 'shop.example.org', target: 'example.net', chain: ['example.net'], dname: '' },
  }),
  'domain.by-wildcard': define<{ domain: string; records: string[] }>({
    name: 'The domain exists through a wildcard only',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `${a.domain} exists only through a wildcard`,
    why: (a) =>
      `Nobody has made this name: a wildcard above it answers ${list(a.records)} for whatever is asked. If the address is mistyped, DNS does not show it, and only the mail server can refuse it.`,
    fix: () => '',
    judged:
      'Names that nobody has made, beside the domain and below it, have the same MX records, alias or address as the domain. Below a name that exists they would have none.',
    refs: ['RFC 4592 §2.2.1'],
    example: { domain: 'shpo.example.org', records: ['10 mx1.example.org'] },
  }),
  'domain.own-zone': define<{ domain: string; zone: string; ownZone: boolean }>({
    name: 'The domain is a name in another zone',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) =>
      a.ownZone ? `${a.domain} is a zone of its own` : `${a.domain} is a name in the zone ${a.zone}`,
    why: (a) =>
      a.ownZone
        ? 'It has its own name servers and its own zone file; what stands in the zone above does not count for its mail.'
        : `Its records belong in the zone file of ${a.zone} and come from the name servers of that zone.`,
    fix: () => '',
    judged: 'The SOA record that its name servers give, for a domain below another one.',
    refs: ['RFC 1034 §4.2'],
    example: { domain: 'sub.example.org', zone: 'example.org', ownZone: false },
  }),
  'domain.parent-not-used': define<{
    domain: string;
    parent: string;
    exchanges: string[];
    ownZone: boolean;
    hasMx: boolean;
  }>({
    name: 'Mail exchangers of the parent are not used',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `The mail exchangers of ${a.parent} are not used for ${a.domain}`,
    why: (a) =>
      `${a.parent} has ${list(a.exchanges)}. A subdomain has its own MX records or none; it never inherits those of its parent. ${a.domain} ${a.hasMx ? 'has its own MX records' : `is ${a.ownZone ? 'a zone' : 'a name'} of its own`}.`,
    fix: () => '',
    judged: 'The domain above has MX records, and they are not those of the domain.',
    refs: ['RFC 5321 §5.1'],
    example: {
      domain: 'sub.example.org',
      parent: 'example.org',
      exchanges: ['10 mx1.example.org'],
      ownZone: false,
      hasMx: false,
    },
  }),
};
