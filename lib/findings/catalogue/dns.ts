import type { Limit } from '@/lib/report/limit';
import { define, list } from './define';
import { addressLines, mxLine } from './zone-line';

/** What the walk to the domain's mail exchangers found. */
export const dns = {
  'domain.not-found': define<{ domain: string; zone: string }>({
    severity: 'error',
    side: 'recipient',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `The domain ${a.domain} does not exist`,
    why: (a) =>
      `An authoritative server of ${a.zone === '.' ? 'the root zone' : a.zone} answered NXDOMAIN: there is no such name and nothing below it. A sending server gives up at once.`,
    fix: () =>
      'Check the spelling of the domain. If it is right, its owner looks at the registration: an expired or withdrawn domain answers in this way.',
    headline: (a) => `The domain ${a.domain} does not exist.`,
    plain: (a) =>
      `There is no domain named ${a.domain}, so no mail can be sent to it. Most often the address is misspelt; otherwise the domain's registration has ended.`,
    judged: 'MX, A and AAAA of the domain were all answered with NXDOMAIN by an authoritative server.',
    refs: ['RFC 5321 §5.1', 'RFC 8020 §2'],
    example: { domain: 'exmaple.org', zone: 'org' },
  }),
  'domain.no-mail-service': define<{ domain: string }>({
    severity: 'error',
    side: 'recipient',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `${a.domain} has neither an MX record nor an address`,
    why: () =>
      'The name exists, but it names no mail exchanger and has no address that could stand in for one. A sending server has nowhere to go and bounces the message.',
    fix: (a) =>
      `Publish an MX record, for example:\n${mxLine(a.domain, 10, `mail.${a.domain}`)}\n${addressLines(`mail.${a.domain}`)}`,
    headline: (a) => `${a.domain} has no mail service: no MX record and no address.`,
    plain: (a) =>
      `The domain ${a.domain} exists, but nothing in it says which server takes its mail. Its owner has to add that.`,
    judged: 'The MX question has no record as answer, and neither have A and AAAA of the domain.',
    refs: ['RFC 5321 §5.1'],
    example: { domain: 'parked.example.org' },
  }),
  'domain.is-alias': define<{ domain: string; target: string; chain: string[] }>({
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `${a.domain} is an alias for ${a.target}`,
    why: (a) =>
      `Mail follows the alias: the mail exchangers are those of ${a.target}. A name that is an alias can have no MX record of its own.`,
    fix: () => '',
    judged: 'The answer to the MX question begins with one or more CNAME records.',
    refs: ['RFC 5321 §5.1', 'RFC 1034 §3.6.2'],
    example: { domain: 'shop.example.org', target: 'example.net', chain: ['example.net'] },
  }),
  'dns.alias-loop': define<{ domain: string; chain: string[] }>({
    severity: 'error',
    side: 'recipient',
    layer: 7,
    permanence: 'permanent',
    title: (a) => `The aliases of ${a.domain} lead nowhere`,
    why: (a) =>
      `The CNAME records go ${[a.domain, ...a.chain].join(' → ')}: they run in a circle or go on too long, so no resolver finds the mail exchangers.`,
    fix: (a) =>
      `Point the CNAME of ${a.domain} at a name that has records of its own, or remove it and publish, for example:\n${mxLine(a.domain, 10, `mail.${a.domain}`)}`,
    headline: (a) => `The aliases of ${a.domain} lead nowhere, so its mail exchangers cannot be found.`,
    plain: (a) =>
      `The entries of ${a.domain} in the domain name system refer to each other without an end. Its owner has to correct them.`,
    judged: 'Following CNAME records came back to a name seen before, or passed the limit of aliases.',
    refs: ['RFC 1034 §3.6.2'],
    example: { domain: 'a.example.org', chain: ['b.example.org', 'a.example.org'] },
  }),
  'dns.too-deep': define<{ domain: string; referrals: number }>({
    severity: 'error',
    side: 'recipient',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `The delegation of ${a.domain} goes on for more than ${a.referrals} steps`,
    why: () =>
      'Each server sends to another one further down. Resolvers give up at some depth, too, so senders keep the message and try again in vain.',
    fix: (a) => `Put ${a.domain} into a zone that is delegated in a few steps.`,
    headline: (a) => `The delegation of ${a.domain} is too deep to be followed.`,
    plain: (a) =>
      `The domain name system sends from one server to the next for ${a.domain} without coming to an end. Its owner has to correct that.`,
    judged: 'The walk followed as many referrals as its limit allows and was referred once more.',
    refs: ['RFC 1034 §5.3.3'],
    example: { domain: 'a.b.c.example.org', referrals: 16 },
  }),
  'dns.no-answer': define<{ question: string; zone: string; servers: string[]; tries: number }>({
    severity: 'error',
    side: 'unknown',
    layer: 4,
    permanence: 'temporary',
    title: (a) => `No name server of ${a.zone} answers`,
    why: (a) =>
      `${a.question} was asked of ${list(a.servers)}, ${a.tries} tries in all, and no answer came. Silence says nothing about the content: a sending server keeps the message and tries again, usually for days.`,
    fix: (a) =>
      `The administrator of ${a.zone} checks that its name servers run and that UDP and TCP port 53 are open. If other networks get answers, the way from here to them is at fault.`,
    headline: (a) => `No name server of ${a.zone} answers, so nobody can tell where its mail goes.`,
    plain: (a) =>
      `The servers that know where mail for ${a.zone} goes do not answer at the moment. Mail is not lost: sending servers wait and try again.`,
    judged: 'Every server of the zone was asked and stayed silent or could not be reached.',
    refs: ['RFC 1035 §7.2', 'RFC 5321 §5.1'],
    example: {
      question: 'example.org MX',
      zone: 'example.org',
      servers: ['ns1.example.org [192.0.2.53]', 'ns2.example.org [198.51.100.53]'],
      tries: 4,
    },
  }),
  'dns.failing': define<{ question: string; zone: string; outcomes: string[] }>({
    severity: 'error',
    side: 'recipient',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `The name servers of ${a.zone} answer, but give no usable answer`,
    why: (a) =>
      `Asked for ${a.question}: ${list(a.outcomes)}. A sending server takes this as a failure for now, keeps the message and tries again.`,
    fix: (a) =>
      `The administrator of ${a.zone} checks that the zone is loaded on each of its servers and that the delegation names the right ones.`,
    headline: (a) =>
      `The name servers of ${a.zone} give no usable answer, so nobody can tell where its mail goes.`,
    plain: (a) =>
      `The servers that should know where mail for ${a.zone} goes answer with an error. Their administrator has to repair them; until then mail waits at the sender.`,
    judged:
      'Every server of the zone was asked, at least one answered, and none of the answers could be used.',
    refs: ['RFC 1034 §5.3.3', 'RFC 5321 §5.1'],
    example: {
      question: 'example.org MX',
      zone: 'example.org',
      outcomes: ['ns1.example.org [192.0.2.53]: servfail', 'ns2.example.org [198.51.100.53]: refused'],
    },
  }),
  'dns.no-server-address': define<{ question: string; zone: string; servers: string[] }>({
    severity: 'error',
    side: 'recipient',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `No name server of ${a.zone} has an address`,
    why: (a) =>
      `The zone is delegated to ${list(a.servers)}, but no address could be found for any of them, so ${a.question} cannot be asked.`,
    fix: (a) =>
      `Give the name servers of ${a.zone} addresses, and glue at the parent when they lie inside the zone.\n${a.servers.map((server) => addressLines(server)).join('\n')}`,
    headline: (a) =>
      `The name servers of ${a.zone} have no addresses, so nobody can tell where its mail goes.`,
    plain: (a) =>
      `The domain ${a.zone} names servers that cannot be found. Its owner has to correct this; until then mail waits at the sender.`,
    judged: 'The referral carries no usable glue, and walks for the server names found no address.',
    refs: ['RFC 1034 §4.2.1'],
    example: { question: 'example.org MX', zone: 'example.org', servers: ['ns1.example.net'] },
  }),
  'dns.server-silent': define<{ zone: string; server: string; address: string; tries: number }>({
    severity: 'warning',
    side: 'recipient',
    layer: 4,
    permanence: null,
    title: (a) => `${a.server} [${a.address}] does not answer for ${a.zone}`,
    why: (a) =>
      `No answer in ${a.tries} tries, while another server of the zone answered. Mail still finds its way, with a delay for resolvers that ask this server first.`,
    fix: () =>
      'Check that the server runs and that UDP and TCP port 53 are open to it, or take it out of the NS records.',
    judged:
      'All questions to this address stayed without answer although another server of the zone answered.',
    refs: ['RFC 1912 §2.8', 'RFC 2182 §5'],
    example: { zone: 'example.org', server: 'ns2.example.org', address: '198.51.100.53', tries: 2 },
  }),
  'dns.server-unusable': define<{ zone: string; server: string; address: string; outcome: string }>({
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${a.server} [${a.address}] gives no usable answer for ${a.zone}: ${a.outcome}`,
    why: () =>
      'It is named as a server of the zone but does not serve it properly. Mail still finds its way by the other servers, with more questions and some delay.',
    fix: (a) =>
      `Load the zone ${a.zone} on this server, or take it out of the NS records at the zone and at its parent.`,
    judged:
      'This address answered, never usefully, although another server of the zone gave a usable answer.',
    refs: ['RFC 9499 §7', 'RFC 1912 §2.8'],
    example: { zone: 'example.org', server: 'ns2.example.org', address: '198.51.100.53', outcome: 'lame' },
  }),
  'dns.server-blocked': define<{ zone: string; server: string; address: string; reason: string }>({
    severity: 'warning',
    side: 'recipient',
    layer: 3,
    permanence: null,
    title: (a) => `${a.server} of ${a.zone} has the address ${a.address}, which the internet cannot reach`,
    why: (a) =>
      `The address is special (${a.reason}); it was not contacted. Resolvers elsewhere lose time with it or ask a stranger's machine.`,
    fix: (a) =>
      `Replace the address by one that is globally reachable. If this is your own network, name it in MXPROOF_ALLOW_NETWORKS.\n${addressLines(a.server)}`,
    judged: 'The guard forbids contact with the address; nothing was sent.',
    refs: ['RFC 6890 §2.2.2'],
    example: { zone: 'example.org', server: 'ns2.example.org', address: '10.0.0.53', reason: 'private' },
  }),
  'check.unfinished': define<{ status: string }>({
    severity: 'unknown',
    side: 'none',
    layer: null,
    permanence: null,
    title: () => 'This check ended before it could tell',
    why: () => 'What was seen until then is kept and shown. Nothing is claimed about what was not seen.',
    fix: () => 'Run it again.',
    headline: (a) => `The check was ${a.status} before it could tell.`,
    plain: () => 'The check ended before it was finished, so it cannot say whether mail arrives.',
    judged:
      'The check was stopped, interrupted, or came to its deadline, and nothing seen until then decides it.',
    refs: [],
    example: { status: 'stopped' },
  }),
  'check.limit-reached': define<{ limit: Limit; count: number; left: string[] }>({
    severity: 'unknown',
    side: 'none',
    layer: null,
    permanence: null,
    title: (a) =>
      ENDS.includes(a.limit)
        ? `This check ended at its limit of ${limitWords(a)}`
        : `No more than ${limitWords(a)} were looked at`,
    why: (a) =>
      `${a.left.length === 0 ? 'What lies beyond the limit' : `Left out: ${list(a.left)}. This`} was not looked at, and nothing is claimed about it.`,
    fix: () => '',
    headline: (a) => `The check ended at its limit of ${limitWords(a)} before it could tell.`,
    plain: () => 'The check had to stop before it was finished, so it cannot say where the fault is.',
    judged: 'A named limit of the check was reached.',
    refs: [],
    example: { limit: 'dns-queries', count: 300, left: ['mx9.example.org AAAA'] },
  }),
};

/** Limits that end a check; the others leave something out. */
const ENDS: readonly Limit[] = ['dns-queries', 'deadline'];

const LIMIT_WORDS: Readonly<Record<Limit, string>> = {
  'dns-queries': 'DNS queries',
  sessions: 'SMTP sessions',
  deadline: 'seconds',
  addresses: 'addresses of one exchange and family',
  zones: 'zones beside the own one',
  'name-servers': 'name servers of one zone',
  'server-addresses': 'server addresses of one zone',
  exchanges: 'exchanges',
  'survey-queries': 'queries that compare servers',
};

function limitWords({ limit, count }: { limit: Limit; count: number }): string {
  return `${count} ${LIMIT_WORDS[limit]}`;
}
