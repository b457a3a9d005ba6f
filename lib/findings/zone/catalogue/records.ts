import { define, list } from '../../define';
import { secondsWords } from './seconds';
import { zoneLine } from '../../zone-line';

/** What the servers of the zone say, and for how long others keep it. */
export const records = {
  'zone.serials-differ': define<{ zone: string; serials: string[] }>({
    name: 'Versions of the zone differ',
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
  'zone.answers-differ': define<{
    zone: string;
    question: string;
    type: string;
    answers: string[];
    /** Addresses among them that nobody on the internet can reach. */
    special: string[];
  }>({
    name: 'Answers of the name servers differ',
    severity: ({ type }) => (type === 'NS' ? 'notice' : 'warning'),
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The servers of ${a.zone} answer ${a.question} differently`,
    why: (a) =>
      `${list(a.answers)}. Which one a sender gets depends on the name server that its resolver asks.${a.special.length === 0 ? '' : ` Nobody on the internet can reach ${list(a.special)}: senders that are given ${a.special.length === 1 ? 'this address' : 'these addresses'} do not deliver.`}`,
    fix: (a) =>
      `${a.special.length === 0 ? '' : `Keep ${list(a.special)} to the inner DNS. `}Load the same version of ${a.zone} on all of its servers; the one with the lower serial number has the old copy.`,
    headline: (a) => `It depends: the name servers of ${a.zone} answer ${a.question} differently.`,
    plain: (a) => `The servers that publish where mail for ${a.zone} goes do not agree.`,
    judged:
      'Authoritative answers of different servers to the same question hold different records; for addresses: and one holds none, or the serial numbers differ.',
    refs: ['RFC 1034 §4.3.5'],
    example: {
      zone: 'example.org',
      question: 'example.org MX',
      type: 'MX',
      answers: [
        'ns1.example.org [192.0.2.53]: 10 mx1.example.org',
        'ns2.example.org [198.51.100.53]: 10 old.example.org',
      ],
      special: [],
    },
  }),
  'zone.answers-vary': define<{ zone: string; question: string; type: string; answers: string[] }>({
    name: 'Addresses in turn or by place',
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
      zone: 'example.org',
      question: 'mx1.example.org A',
      type: 'A',
      answers: ['ns1.example.org [192.0.2.53]: 192.0.2.25', 'ns2.example.org [198.51.100.53]: 198.51.100.25'],
    },
  }),
  'zone.alias-beside-others': define<{ name: string; target: string; types: string[] }>({
    name: 'Alias beside other records',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${a.name} is an alias and has other records, too`,
    why: (a) =>
      `Beside the CNAME to ${a.target} it has ${list(a.types)}. Only one of them can be true: who has heard of the alias first goes there, others take the records.`,
    fix: (a) =>
      `Remove the CNAME, which is this record, or all other records of ${a.name}.\n${zoneLine(a.name, 'CNAME', `${a.target}.`)}`,
    judged: 'Authoritative answers hold a CNAME and other records at the same name.',
    refs: ['RFC 1034 §3.6.2', 'RFC 2181 §10.1'],
    example: { name: 'mail.example.org', target: 'mx.example.net', types: ['A'] },
  }),
  'zone.fix-seen-after': define<{ names: string[]; seconds: number }>({
    name: 'When a fix is seen',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `A record added for ${list(a.names)} is seen everywhere after ${secondsWords(a.seconds)}`,
    why: () =>
      'Resolvers that have just heard "no such record" keep that for the time which the SOA record gives, so a correction does not work for everybody at once.',
    fix: () => '',
    judged:
      'A question that the mail depends on was answered with no record; the SOA beside it tells the time.',
    refs: ['RFC 2308 §5'],
    example: { names: ['mail.example.org'], seconds: 300 },
  }),
  'zone.ttl-short': define<{
    name: string;
    type: string;
    seconds: number;
    /** The TTL as it came, when its top bit is set; else 0. */
    said: number;
  }>({
    name: 'Short TTL',
    severity: 'info',
    side: 'none',
    layer: 7,
    permanence: null,
    title: (a) => `${a.name} ${a.type} is kept by others for ${a.seconds} s only`,
    why: (a) =>
      `${a.said === 0 ? '' : `The record says ${a.said}: the top bit of the TTL is set, and then it counts as 0. `}Nearly every delivery asks the name servers anew. While they answer that is no harm; when they are away for a minute, mail waits at once.`,
    fix: (a) => (a.said === 0 ? '' : 'Correct the TTL in the zone: 3600 is usual.'),
    judged: 'The TTL of an MX or address record that mail depends on is below 60 s.',
    refs: ['RFC 1912 §2.2', 'RFC 2181 §8'],
    example: { name: 'example.org', type: 'MX', seconds: 30, said: 0 },
  }),
  'zone.ttl-long': define<{ name: string; type: string; seconds: number; until: string }>({
    name: 'Long TTL',
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
};
