import { define, list } from './define';

function secondsWords(seconds: number): string {
  const units: [number, string][] = [
    [86_400, 'd'],
    [3_600, 'h'],
    [60, 'min'],
  ];
  const [size, unit] = units.find(([length]) => seconds >= length && seconds % length === 0) ?? [1, 's'];
  return `${seconds / size} ${unit}`;
}

/** What the servers of the zone say, and for how long others keep it. */
export const zone = {
  'zone.serials-differ': define<{ zone: string; serials: string[] }>({
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The servers of ${a.zone} hold different versions of the zone`,
    why: (a) =>
      `Serial numbers: ${list(a.serials)}. Shortly after a change that is normal; if it lasts, a server no longer gets updates, and a correction is seen by some and not by others.`,
    fix: (a) =>
      `Check the zone transfer of ${a.zone} to the server with the older number (notify, allow-transfer, expiry).`,
    judged: 'Authoritative answers to the SOA question have different serial numbers.',
    refs: ['RFC 1034 §4.3.5', 'RFC 1996 §3'],
    example: {
      zone: 'example.org',
      serials: ['ns1.example.org [192.0.2.53]: 2026112301', 'ns2.example.org [198.51.100.53]: 2026110102'],
    },
  }),
  'zone.answers-differ': define<{ zone: string; question: string; answers: string[] }>({
    severity: ({ question }) => (question.endsWith(' NS') ? 'notice' : 'warning'),
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The servers of ${a.zone} answer ${a.question} differently`,
    why: (a) =>
      `${list(a.answers)}. Which answer a sending server gets is chance, and so is where its mail goes.`,
    fix: (a) => `Load the same version of ${a.zone} on all of its servers.`,
    judged:
      'Authoritative answers of different servers to the same question hold different records; for addresses: and one holds none, or the serial numbers differ.',
    refs: ['RFC 1034 §4.3.5'],
    example: {
      ...{ zone: 'example.org', question: 'example.org MX' },
      answers: [
        'ns1.example.org [192.0.2.53]: 10 mx1.example.org',
        'ns2.example.org [198.51.100.53]: 10 old.example.org',
      ],
    },
  }),
  'zone.answers-vary': define<{ zone: string; question: string; answers: string[] }>({
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `The addresses for ${a.question} are handed out in turn or by place`,
    why: (a) =>
      `${list(a.answers)}. The servers hold the same version of ${a.zone} and give different addresses on purpose, to spread the load or to send each asker to a near machine. This check talks to those that it was given.`,
    fix: () => '',
    judged:
      'Servers of one zone gave different, non-empty sets of addresses, and their serial numbers do not differ.',
    refs: ['RFC 1034 §3.6', 'RFC 5321 §5.1'],
    example: {
      ...{ zone: 'example.org', question: 'mx1.example.org A' },
      answers: ['ns1.example.org [192.0.2.53]: 192.0.2.25', 'ns2.example.org [198.51.100.53]: 198.51.100.25'],
    },
  }),
  'zone.expires-soon': define<{ zone: string; seconds: number }>({
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `Secondary servers of ${a.zone} give up after ${secondsWords(a.seconds)}`,
    why: () =>
      'That is the expiry time in the SOA record. When the primary server is away for longer, the others stop answering too, and mail finds no way.',
    fix: () => 'Set the expiry time of the SOA record to two to four weeks.',
    judged: 'The expiry time of the SOA record is below one week, or below refresh and retry together.',
    refs: ['RFC 1912 §2.2'],
    example: { zone: 'example.org', seconds: 86_400 },
  }),
  'zone.retry-over-refresh': define<{ zone: string; retrySeconds: number; refreshSeconds: number }>({
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `The retry time of ${a.zone} is not shorter than its refresh time`,
    why: (a) =>
      `After a failed transfer, secondary servers wait ${secondsWords(a.retrySeconds)}, longer than the ${secondsWords(a.refreshSeconds)} between regular ones.`,
    fix: () => '',
    judged: 'Retry is not below refresh in the SOA record.',
    refs: ['RFC 1912 §2.2'],
    example: { zone: 'example.org', retrySeconds: 7200, refreshSeconds: 3600 },
  }),
  'zone.contact-unusable': define<{ zone: string; rname: string }>({
    severity: 'info',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The contact in the SOA record of ${a.zone} is no mail address`,
    why: (a) =>
      `It reads ${a.rname}. The first dot stands for the @, so others cannot write to whoever runs the zone.`,
    fix: (a) => `Write it as hostmaster.${a.zone}. for hostmaster@${a.zone}.`,
    judged: 'RNAME holds an @, or is not a local part followed by a domain of two labels or more.',
    refs: ['RFC 1035 §3.3.13', 'RFC 2142 §7'],
    example: { zone: 'example.org', rname: 'hostmaster@example.org' },
  }),
  'zone.primary-hidden': define<{ zone: string; mname: string }>({
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `The primary server of ${a.zone} is not among its name servers`,
    why: (a) =>
      `The SOA record names ${a.mname}. A hidden primary is usual; nobody asks it for mail. If it is a name of the past, correct it.`,
    fix: () => '',
    judged: 'MNAME of the SOA record is not in the NS set of the zone.',
    refs: ['RFC 1035 §3.3.13', 'RFC 1996 §2.1'],
    example: { zone: 'example.org', mname: 'hidden.example.org' },
  }),
  'zone.alias-beside-others': define<{ name: string; target: string; types: string[] }>({
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${a.name} is an alias and has other records, too`,
    why: (a) =>
      `Beside the CNAME to ${a.target} it has ${list(a.types)}. Only one of them can be true: who has heard of the alias first goes there, others take the records.`,
    fix: (a) => `Remove the CNAME of ${a.name}, or all its other records.`,
    judged: 'Authoritative answers hold a CNAME and other records at the same name.',
    refs: ['RFC 1034 §3.6.2', 'RFC 2181 §10.1'],
    example: { name: 'mail.example.org', target: 'mx.example.net', types: ['A'] },
  }),
  'zone.negative-ttl-long': define<{ zone: string; seconds: number }>({
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `What ${a.zone} does not have is remembered for ${secondsWords(a.seconds)}`,
    why: () =>
      'Resolvers keep an answer of "no such record" for this time. A record that was forgotten and then added stays unseen for as long.',
    fix: () => 'Set the last field of the SOA record to between 5 minutes and 3 hours.',
    judged: 'The smaller of the TTL of the SOA record and its last field is above one day.',
    refs: ['RFC 2308 §5'],
    example: { zone: 'example.org', seconds: 172_800 },
  }),
  'zone.fix-seen-after': define<{ name: string; seconds: number }>({
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `A record added for ${a.name} is seen everywhere after ${secondsWords(a.seconds)}`,
    why: () =>
      'Resolvers that have just heard "no such record" keep that for the time which the SOA record gives, so a correction does not work for everybody at once.',
    fix: () => '',
    judged:
      'A question that the mail depends on was answered with no record; the SOA beside it tells the time.',
    refs: ['RFC 2308 §5'],
    example: { name: 'mail.example.org', seconds: 300 },
  }),
  'zone.ttl-short': define<{ name: string; type: string; seconds: number }>({
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `${a.name} ${a.type} is kept by others for ${a.seconds} s only`,
    why: () =>
      'Nearly every delivery asks the name servers anew. While they answer that is no harm; when they are away for a minute, mail waits at once.',
    fix: () => '',
    judged: 'The TTL of an MX or address record that mail depends on is below 60 s.',
    refs: ['RFC 1912 §2.2'],
    example: { name: 'example.org', type: 'MX', seconds: 30 },
  }),
  'zone.ttl-long': define<{ name: string; type: string; seconds: number; until: string }>({
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `${a.name} ${a.type} is kept by others for ${secondsWords(a.seconds)}`,
    why: (a) =>
      `A change made now is seen by everybody only after ${a.until} UTC; until then some mail goes by the old record.`,
    fix: () => '',
    judged: 'The TTL of an MX or address record that mail depends on is above two days.',
    refs: ['RFC 1912 §2.2', 'RFC 2181 §8'],
    example: { name: 'example.org', type: 'MX', seconds: 604_800, until: '2026-11-30 14:32' },
  }),
  'survey.unfinished': define<{ count: number; left: string[] }>({
    severity: 'unknown',
    side: 'none',
    layer: null,
    permanence: null,
    title: (a) => `Not every server could be asked: ${a.count} questions were spent`,
    why: (a) => `Left unasked: ${list(a.left)}. Nothing is claimed about them.`,
    fix: () => '',
    judged: 'The part of the query budget that is for comparing servers was used up.',
    refs: [],
    example: { count: 240, left: ['ns8.example.org [192.0.2.60]: example.org SOA over TCP'] },
  }),
};
