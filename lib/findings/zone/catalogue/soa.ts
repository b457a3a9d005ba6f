import { define } from '../../define';
import { secondsWords } from './seconds';
import { soaLine } from '../../zone-line';

/** `soa`: the data of the record, as the zone has it. */
type Soa = { zone: string; soa: string };

const SOA: Soa = {
  zone: 'example.org',
  soa: 'ns1.example.org hostmaster.example.org 2026112301 7200 900 1209600 3600',
};

/** What the SOA record of the zone says about its servers and for how long others keep what it does not have. */
export const soa = {
  'zone.expires-soon': define<Soa & { seconds: number }>({
    name: 'Short expire time',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `Secondary servers of ${a.zone} give up after ${secondsWords(a.seconds)}`,
    why: () =>
      'That is the expiry time in the SOA record. When the primary server is away for longer, the others stop answering too, and mail finds no way.',
    fix: (a) =>
      `Set the expiry time of the SOA record to two to four weeks.\n${soaLine(a.zone, a.soa, { expire: 1_209_600 })}`,
    judged: 'The expiry time of the SOA record is below one week, or below refresh and retry together.',
    refs: ['RFC 1912 §2.2'],
    example: { ...SOA, seconds: 86_400 },
  }),
  'zone.retry-over-refresh': define<Soa & { retrySeconds: number; refreshSeconds: number }>({
    name: 'Retry time above refresh time',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `The retry time of ${a.zone} is not shorter than its refresh time`,
    why: (a) =>
      `After a failed transfer, secondary servers wait ${secondsWords(a.retrySeconds)}, longer than the ${secondsWords(a.refreshSeconds)} between regular ones.`,
    fix: (a) =>
      `Make the retry time a part of the refresh time.\n${soaLine(a.zone, a.soa, { retry: Math.max(1, Math.floor(a.refreshSeconds / 4)) })}`,
    judged: 'Retry is not below refresh in the SOA record.',
    refs: ['RFC 1912 §2.2'],
    example: { ...SOA, retrySeconds: 7200, refreshSeconds: 3600 },
  }),
  'zone.contact-unusable': define<Soa & { rname: string }>({
    name: 'Unusable contact in the SOA record',
    severity: 'info',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The contact in the SOA record of ${a.zone} is no mail address`,
    why: (a) =>
      `It reads ${a.rname}. The first dot stands for the @, so others cannot write to whoever runs the zone.`,
    fix: (a) =>
      `Write it as hostmaster.${a.zone}. for hostmaster@${a.zone}, and see that this address takes mail.\n${soaLine(a.zone, a.soa, { rname: `hostmaster.${a.zone}.` })}`,
    judged: 'RNAME holds an @, or is not a local part followed by a domain of two labels or more.',
    refs: ['RFC 1035 §3.3.13', 'RFC 2142 §7'],
    example: { ...SOA, rname: 'hostmaster@example.org' },
  }),
  'zone.primary-hidden': define<{ zone: string; mname: string }>({
    name: 'Hidden primary server',
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
  'zone.negative-ttl-long': define<Soa & { seconds: number }>({
    name: 'Long negative TTL',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `What ${a.zone} does not have is remembered for ${secondsWords(a.seconds)}`,
    why: () =>
      'Resolvers keep an answer of "no such record" for this time. A record that was forgotten and then added stays unseen for as long.',
    fix: (a) =>
      `Set the last field of the SOA record to between 5 minutes and 3 hours.\n${soaLine(a.zone, a.soa, { minimum: 3600 })}`,
    judged: 'The smaller of the TTL of the SOA record and its last field is above one day.',
    refs: ['RFC 2308 §5'],
    example: { ...SOA, seconds: 172_800 },
  }),
  'zone.refresh-short': define<Soa & { seconds: number }>({
    name: 'Short refresh time',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `Secondary servers of ${a.zone} ask for changes every ${secondsWords(a.seconds)}`,
    why: () =>
      'That is the refresh time in the SOA record. It loads the primary server and brings little, since it tells the others of a change by itself (NOTIFY). Mail is not touched.',
    fix: (a) =>
      `A time between 20 minutes and 12 hours is usual.\n${soaLine(a.zone, a.soa, { refresh: 7200 })}`,
    judged: 'The refresh time of the SOA record is below 20 minutes.',
    refs: ['RFC 1912 §2.2'],
    example: { ...SOA, seconds: 5 },
  }),
  'zone.refresh-long': define<Soa & { seconds: number }>({
    name: 'Long refresh time',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `Secondary servers of ${a.zone} ask for changes only every ${secondsWords(a.seconds)}`,
    why: () =>
      'That is the refresh time in the SOA record. Where a notification (NOTIFY) is lost, a changed MX record is unknown to them for as long, and mail goes two ways.',
    fix: (a) =>
      `A time between 20 minutes and 12 hours is usual.\n${soaLine(a.zone, a.soa, { refresh: 7200 })}`,
    judged: 'The refresh time of the SOA record is above one day.',
    refs: ['RFC 1912 §2.2', 'RFC 1996 §3'],
    example: { ...SOA, seconds: 604_800 },
  }),
  'zone.retry-short': define<Soa & { seconds: number }>({
    name: 'Short retry time',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) =>
      `Secondary servers of ${a.zone} try again every ${secondsWords(a.seconds)} when a transfer has failed`,
    why: () =>
      'That is the retry time in the SOA record. A primary server that is overloaded gets more questions the less it can answer. Mail is not touched.',
    fix: (a) => `A time between 3 and 60 minutes is usual.\n${soaLine(a.zone, a.soa, { retry: 900 })}`,
    judged: 'The retry time of the SOA record is below one minute.',
    refs: ['RFC 1912 §2.2'],
    example: { ...SOA, seconds: 1 },
  }),
  'zone.expires-late': define<Soa & { seconds: number }>({
    name: 'Long expire time',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `Secondary servers of ${a.zone} serve an old copy for up to ${secondsWords(a.seconds)}`,
    why: () =>
      'That is the expiry time in the SOA record. A server that has lost its primary goes on answering with old MX records for this long instead of leaving the answer to the others.',
    fix: (a) =>
      `Set the expiry time of the SOA record to two to four weeks.\n${soaLine(a.zone, a.soa, { expire: 1_209_600 })}`,
    judged: 'The expiry time of the SOA record is above 1000 hours.',
    refs: ['RFC 1912 §2.2'],
    example: { ...SOA, seconds: 31_536_000 },
  }),
  'zone.negative-ttl-short': define<Soa & { seconds: number }>({
    name: 'Short negative TTL',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `What ${a.zone} does not have is remembered for ${secondsWords(a.seconds)} only`,
    why: () =>
      'Senders ask for records that most domains lack (AAAA, TLSA, a policy) with each message, and the name servers have to answer each time. While they do, mail is not touched.',
    fix: (a) =>
      `Set the last field of the SOA record to between 5 minutes and 3 hours.\n${soaLine(a.zone, a.soa, { minimum: 3600 })}`,
    judged: 'The smaller of the TTL of the SOA record and its last field is below 30 s.',
    refs: ['RFC 2308 §5'],
    example: { ...SOA, seconds: 0 },
  }),
};
