import { isIpv6 } from '@/lib/ip-family';
import { define, hostsDo, list } from '../define';
import { ownNetwork, rangeWords } from '../own-network';
import { USELESS, type UselessCause } from './useless';
import { addressLines, mxLine } from '../zone-line';

/** What the walk to the domain's mail exchangers found. */
type Unresolved = { question: string; zone: string; servers: string[]; causes: UselessCause[] };

/** What does not tell whose fault it is. */
function isOpen(cause: UselessCause): boolean {
  return cause === 'silent' || cause === 'unreachable';
}

/** "example.org MX was asked of ns1.example.org [192.0.2.53]: SERVFAIL. …", and what each cause means. */
function told({ question, ...servers }: Unresolved): string {
  return `${question} was asked of ${perCause(servers)}`;
}

function perCause({ servers, causes }: Pick<Unresolved, 'servers' | 'causes'>): string {
  const sentences = [...new Set(causes)].map((cause) => {
    const named = list(servers.filter((_, index) => causes[index] === cause));
    return `${named}: ${USELESS[cause].says}. ${USELESS[cause].why}`;
  });
  return sentences.join(' ');
}

function fixOf({ causes }: Pick<Unresolved, 'causes'>): string {
  return [...new Set(causes)].map((cause) => USELESS[cause].fix).join(' ');
}

/** ": REFUSED", where it is so of all of them. */
function ifAlike([first, ...others]: readonly UselessCause[]): string {
  return first === undefined || others.some((one) => one !== first) ? '' : `: ${USELESS[first].says}`;
}

function restOf({ all, count }: { all: number; count: number }): string {
  return all - count === 1 ? 'the other one' : 'the others';
}

/** Nothing is said where there are more. */
function whyOnlyOne({ servers }: Unresolved): string {
  return servers.length === 1 ? ' It is the only name server, where two or more belong.' : '';
}

function fixOnlyOne({ servers }: Unresolved): string {
  return servers.length === 1 ? ' Then set up a second name server, in another network.' : '';
}

/** Records to paste, of each of many servers. */
const MAX_LINES = 4;

type OneServer = {
  zone: string;
  server: string;
  address: string;
  /** Other addresses of the same server, which answer. */
  works: string[];
};

const ONE_SERVER: OneServer = {
  zone: 'example.org',
  server: 'ns2.example.org',
  address: '198.51.100.53',
  works: [],
};

/** "; its IPv4 address 192.0.2.53 works". */
function elsewhere({ works }: OneServer): string {
  const [first] = works;
  if (first === undefined) return '';
  return `; its ${isIpv6(first) ? 'IPv6' : 'IPv4'} address ${first} works`;
}

function removal({ server, address }: OneServer): string {
  return `remove the ${isIpv6(address) ? 'AAAA' : 'A'} record ${address} of ${server}, at the registry, too`;
}

export const catalogue = {
  'dns.alias-loop': define<{ domain: string; chain: string[] }>({
    name: 'Aliases that lead nowhere',
    severity: 'error',
    side: 'recipient',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `The aliases of ${a.domain} lead nowhere`,
    why: (a) =>
      `The CNAME records go ${[a.domain, ...a.chain].join(' → ')}: they run in a circle or go on too long, so no resolver finds the mail exchangers. Senders keep the message, try again, and return it after some days; it does not heal by itself.`,
    fix: (a) =>
      `Point the CNAME of ${a.domain} at a name that has records of its own, or remove it and publish, for example:\n${mxLine(a.domain, 10, `mail.${a.domain}`)}`,
    headline: (a) =>
      `Deferred: the aliases of ${a.domain} lead nowhere, so its mail exchangers cannot be found.`,
    plain: (a) => `The entries of ${a.domain} in the domain name system refer to each other without an end.`,
    judged: 'Following CNAME records came back to a name seen before, or passed the limit of aliases.',
    refs: ['RFC 1034 §3.6.2'],
    example: { domain: 'a.example.org', chain: ['b.example.org', 'a.example.org'] },
  }),
  'dns.too-deep': define<{ domain: string; referrals: number }>({
    name: 'Delegations without end',
    severity: 'error',
    side: 'recipient',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `The delegation of ${a.domain} goes on for more than ${a.referrals} steps`,
    why: () =>
      'Each server sends to another one further down. Resolvers give up at some depth, too, so senders keep the message, try again in vain, and return it after some days.',
    fix: (a) => `Put ${a.domain} into a zone that is delegated in a few steps.`,
    headline: (a) => `Deferred: the delegation of ${a.domain} is too deep to be followed.`,
    plain: (a) =>
      `The domain name system sends from one server to the next for ${a.domain} without coming to an end.`,
    judged: 'The walk followed as many referrals as its limit allows and was referred once more.',
    refs: ['RFC 1034 §5.3.3'],
    example: { domain: 'a.b.c.example.org', referrals: 16 },
  }),
  'dns.no-answer': define<Unresolved & { tries: number }>({
    name: 'No name server answers',
    severity: 'error',
    side: ({ causes }) => (causes.some(isOpen) ? 'unknown' : 'recipient'),
    layer: 4,
    permanence: 'temporary',
    title: (a) => `No name server of ${a.zone} answers`,
    why: (a) =>
      `${told(a)}${whyOnlyOne(a)} A sending server keeps the message, tries again, and returns it after some days.`,
    fix: (a) =>
      `The administrator of ${a.zone}: ${fixOf(a)}${fixOnlyOne(a)}${a.causes.some(isOpen) ? ' If other networks get answers, the way from here to them is at fault.' : ''}`,
    headline: (a) => `Deferred: no name server of ${a.zone} answers, so nobody can tell where its mail goes.`,
    plain: (a) => `The servers that know where mail for ${a.zone} goes do not answer at the moment.`,
    judged:
      'Every server of the zone that may be contacted was asked and stayed silent, or could not be reached.',
    refs: ['RFC 1035 §7.2', 'RFC 5321 §5.1'],
    example: {
      question: 'example.org MX',
      zone: 'example.org',
      servers: ['ns1.example.org [192.0.2.53]', 'ns2.example.org [198.51.100.53]'],
      causes: ['silent', 'silent'],
      tries: 4,
    },
  }),
  'dns.servers-blocked': define<{ zone: string; servers: string[]; reasons: string[] }>({
    name: 'Name servers out of reach of the internet',
    severity: 'error',
    side: 'recipient',
    layer: 3,
    permanence: 'temporary',
    title: (a) => `The internet cannot reach any name server of ${a.zone}`,
    why: (a) =>
      `${list(a.servers.map((server, index) => `${server} (${rangeWords(a.reasons[index] ?? '')})`))}. ${USELESS.blocked.why} A sending server keeps the message, tries again, and returns it after some days; it does not heal by itself.`,
    fix: (a) => `The administrator of ${a.zone}: ${USELESS.blocked.fix}${ownNetwork(...a.reasons)}`,
    headline: (a) => `Deferred: the name servers of ${a.zone} have addresses that the internet cannot reach.`,
    plain: (a) =>
      `The servers that know where mail for ${a.zone} goes are published with addresses that nobody on the internet can reach.`,
    judged: 'The guard forbids contact with every address of the name servers; nothing was sent.',
    refs: ['RFC 6890 §2.2.2'],
    example: {
      zone: 'example.org',
      servers: ['ns1.example.org [10.0.0.53]', 'ns2.example.org [127.0.0.1]'],
      reasons: ['private', 'loopback'],
    },
  }),
  'dns.failing': define<Unresolved>({
    name: 'No name server gives a usable answer',
    severity: 'error',
    side: 'recipient',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `The name servers of ${a.zone} give no usable answer`,
    why: (a) =>
      `${told(a)}${whyOnlyOne(a)} A sending server keeps the message, tries again, and returns it after some days; the address of the domain must not stand in.`,
    fix: (a) => `The administrator of ${a.zone}: ${fixOf(a)}${fixOnlyOne(a)}`,
    headline: (a) =>
      `Deferred: the name servers of ${a.zone} give no usable answer, so nobody can tell where its mail goes.`,
    plain: (a) => `The servers that should know where mail for ${a.zone} goes give no usable answer.`,
    judged:
      'Every server of the zone was asked, at least one answered, and none of the answers could be used.',
    refs: ['RFC 1034 §5.3.3', 'RFC 5321 §5.1'],
    example: {
      question: 'example.org MX',
      zone: 'example.org',
      servers: ['ns1.example.org [192.0.2.53]', 'ns2.example.org [198.51.100.53]'],
      causes: ['servfail', 'refused'],
    },
  }),
  'dns.no-server-address': define<{ question: string; zone: string; servers: string[]; needsGlue: boolean }>({
    name: 'No name server has an address',
    severity: 'error',
    side: 'recipient',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `No name server of ${a.zone} has an address`,
    why: (a) =>
      a.needsGlue
        ? `The zone above delegates ${a.zone} to ${list(a.servers)}, inside ${a.zone} itself, and gives no address (glue). Nobody can begin: the address could only be learnt from these very servers.`
        : `The zone is delegated to ${list(a.servers)}. No address could be found for ${a.servers.length === 1 ? 'it' : 'any of them'}, so ${a.question} cannot be asked.`,
    fix: (a) =>
      a.needsGlue
        ? `Have the registrar of ${a.zone} enter the addresses of its name servers (glue): they lie inside the zone, so records in the zone itself cannot help.`
        : `Give the name servers of ${a.zone} addresses, or delegate it to servers that have one.\n${a.servers
            .slice(0, MAX_LINES)
            .map((server) => addressLines(server))
            .join('\n')}`,
    headline: (a) =>
      `Deferred: the name servers of ${a.zone} have no addresses, so nobody can tell where its mail goes.`,
    plain: (a) => `The domain ${a.zone} names servers that cannot be found.`,
    judged: 'The referral carries no usable glue, and walks for the server names found no address.',
    refs: ['RFC 1034 §4.2.1'],
    example: {
      question: 'example.org MX',
      zone: 'example.org',
      servers: ['ns1.example.net'],
      needsGlue: false,
    },
  }),
  'dns.server-silent': define<OneServer & { tries: number }>({
    name: 'A name server does not answer',
    severity: 'warning',
    side: 'recipient',
    layer: 4,
    permanence: null,
    title: (a) => `${a.server} [${a.address}] does not answer for ${a.zone}${elsewhere(a)}`,
    why: (a) =>
      `No answer in ${a.tries} tries, while ${a.works.length > 0 ? list(a.works) : 'another server of the zone'} answered. Mail still finds its way, with a delay for resolvers that ask this server first.`,
    fix: (a) =>
      a.works.length > 0
        ? `Check that the server listens on ${a.address}, and that UDP and TCP port 53 are open to it. Otherwise ${removal(a)}.`
        : 'Check that the server runs and that UDP and TCP port 53 are open to it, or take it out of the NS records.',
    judged:
      'All questions to this address stayed without answer although another server of the zone answered.',
    refs: ['RFC 1912 §2.8', 'RFC 2182 §5'],
    example: { ...ONE_SERVER, tries: 2 },
  }),
  'dns.servers-silent': define<{ zone: string; servers: string[]; count: number; all: number }>({
    name: 'Several name servers do not answer',
    severity: 'warning',
    side: 'recipient',
    layer: 4,
    permanence: null,
    title: (a) => `${a.count} of ${a.all} name servers of ${a.zone} do not answer`,
    why: (a) =>
      `${list(a.servers)}. Mail still finds its way by ${restOf(a)}, with a delay for each resolver that asks a silent one first.`,
    fix: () =>
      'Check that these servers run and that UDP and TCP port 53 are open to them. Or take them out of the NS records at the zone and at its parent.',
    judged: 'Two servers or more stayed without an answer although another server of the zone answered.',
    refs: ['RFC 1912 §2.8', 'RFC 2182 §5'],
    example: {
      zone: 'example.org',
      servers: [
        'ns2.example.org [198.51.100.53]',
        'ns3.example.org [203.0.113.53]',
        'ns4.example.org [192.0.2.54]',
      ],
      count: 3,
      all: 4,
    },
  }),
  'dns.servers-unusable': define<{
    zone: string;
    servers: string[];
    /** Of each server. */
    causes: UselessCause[];
    count: number;
    all: number;
  }>({
    name: 'Several name servers give no usable answer',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) =>
      `${a.count} of ${a.all} name servers of ${a.zone} give no usable answer${ifAlike(a.causes)}`,
    why: (a) => `${perCause(a)} Mail still finds its way by ${restOf(a)}, with more queries and some delay.`,
    fix: (a) => fixOf(a),
    judged:
      'Two servers or more gave no usable answer, not all of them by silence, although another server of the zone gave one.',
    refs: ['RFC 9499 §7', 'RFC 1912 §2.8'],
    example: {
      zone: 'example.org',
      servers: ['ns2.example.org [198.51.100.53]', 'ns3.example.org [203.0.113.53]'],
      causes: ['refused', 'silent'],
      count: 2,
      all: 4,
    },
  }),
  'dns.server-unusable': define<OneServer & { outcome: UselessCause }>({
    name: 'A name server gives no usable answer',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) =>
      `${a.server} [${a.address}] gives no usable answer for ${a.zone}: ${USELESS[a.outcome].says}${elsewhere(a)}`,
    why: (a) =>
      `${USELESS[a.outcome].why} Mail still finds its way by the other ${a.works.length > 0 ? 'addresses' : 'servers'}, with more queries and some delay.`,
    fix: (a) => `${USELESS[a.outcome].fix}${a.works.length > 0 ? ` Otherwise ${removal(a)}.` : ''}`,
    judged:
      'This address answered, never usefully, although another server of the zone gave a usable answer.',
    refs: ['RFC 9499 §7', 'RFC 1912 §2.8'],
    example: { ...ONE_SERVER, outcome: 'not-served' },
  }),
  'dns.without-authority': define<{ zone: string; servers: string[] }>({
    name: 'No name server answers with authority',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `No name server of ${a.zone} answers with authority`,
    why: (a) =>
      `${hostsDo(a.servers, 'answers', 'answer')} without the AA bit, as a server does that only forwards or caches. Some resolvers use such an answer, others report SERVFAIL, and mail waits.`,
    fix: (a) => `Load ${a.zone} on its name servers, or name servers in the delegation that hold the zone.`,
    judged: 'All direct answers of the servers of the zone came without the AA bit.',
    refs: ['RFC 9499 §7', 'RFC 2181 §5.4.1'],
    example: { zone: 'example.org', servers: ['ns1.example.org [192.0.2.53]'] },
  }),
  'dns.server-blocked': define<{ zone: string; server: string; address: string; reason: string }>({
    name: 'Name server with a private address',
    severity: 'warning',
    side: 'recipient',
    layer: 3,
    permanence: null,
    title: (a) => `${a.server} of ${a.zone} has the address ${a.address}, which the internet cannot reach`,
    why: (a) =>
      `The address is special (${rangeWords(a.reason)}); it was not contacted. Resolvers elsewhere lose time with it or ask a stranger’s machine.`,
    fix: (a) =>
      `Replace the address by one that the internet can reach.${ownNetwork(a.reason)}\n${addressLines(a.server)}`,
    judged: 'The guard forbids contact with the address; nothing was sent.',
    refs: ['RFC 6890 §2.2.2'],
    example: { zone: 'example.org', server: 'ns2.example.org', address: '10.0.0.53', reason: 'private' },
  }),
};
