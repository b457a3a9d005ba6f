import type { DnsMessage } from './message';
import { type DomainName, isWithin, printedName } from './name';
import { nameOf } from './rdata';
import type { Rejection, ResourceRecord, StepOutcome } from './trace';

/** Aliases followed for one question; RFC 1034 §3.6.2 gives no number, resolvers in use allow roughly 8 to 16. */
export const MAX_CNAME_CHAIN = 32;

export interface Alias {
  name: DomainName;
  target: DomainName;
  ttl: number;
}

/** A name server of a delegation with the addresses that its parent gave as glue. */
export interface Delegation {
  name: DomainName;
  addresses: string[];
}

/** What a reply from one server of `zone` says about one question. */
export interface Classification {
  outcome: StepOutcome;
  /** Why the walk must not use it; null when it may. */
  rejected: Rejection | null;
  detail: string | null;
  /** Aliases of the answer that lie in the zone's bailiwick, in order. */
  aliases: Alias[];
  /** The records asked for, at the end of the aliases; empty when the aliases lead away. */
  records: ResourceRecord[];
  soa: ResourceRecord | null;
  referral: { zone: DomainName; servers: Delegation[]; ttl: number } | null;
}

/** The detail of an answer to a question that was not asked. */
export const ANOTHER_QUESTION = 'answers another question';

const NOTHING = { rejected: null, detail: null, aliases: [], records: [], soa: null, referral: null };

/**
 * Sorts one reply (RFC 1034 §5.3.3, RFC 2308 §2). Only what the server may speak about counts: answers and aliases at
 * or below `zone`, a referral strictly below `zone` and at or above the name asked, and glue for the referral's own
 * server names inside `zone`.
 */
export function classify(
  message: DnsMessage,
  asked: { zone: DomainName; name: DomainName; type: string },
): Classification {
  if (!message.isResponse || message.opcode !== 0) return malformed('not a response to a query');
  const [question] = message.questions;
  const echoed =
    question?.name === asked.name && question.type === asked.type && message.questions.length === 1;
  // A server that cannot read the question may leave it out, e.g. FORMERR: RFC 9619.
  if (!echoed && !(question === undefined && message.rcode !== 'NOERROR')) return malformed(ANOTHER_QUESTION);
  switch (message.rcode) {
    case 'NOERROR':
      return answered(message, asked);
    case 'NXDOMAIN':
      return nonexistent(message, asked);
    case 'REFUSED':
      return { ...NOTHING, outcome: 'refused' };
    case 'FORMERR':
    case 'BADVERS':
      return { ...NOTHING, outcome: 'formerr' };
    case 'NOTIMP':
      return { ...NOTHING, outcome: 'notimp' };
    default:
      return { ...NOTHING, outcome: 'servfail' };
  }
}

export function malformed(detail: string): Classification {
  return { ...NOTHING, outcome: 'malformed', detail };
}

type Inquiry = Parameters<typeof classify>[1];

function answered(message: DnsMessage, asked: Inquiry): Classification {
  const { aliases, records, dropped } = readAnswer(message.answer, asked);
  const notAuthoritative = message.authoritative ? null : ('not-authoritative' as const);
  if (records.length > 0 || aliases.length > 0)
    return { ...NOTHING, outcome: 'answer', aliases, records, rejected: notAuthoritative };
  if (dropped) return { ...NOTHING, outcome: 'answer', rejected: 'out-of-bailiwick' };

  const referral = readReferral(message, asked);
  if (referral !== null) return { ...NOTHING, outcome: 'referral', referral };

  const soa = findSoa(message, asked);
  const cuts = message.authority.filter((record) => record.type === 'NS');
  if (cuts.length > 0 && soa === null && !message.authoritative)
    return { ...NOTHING, outcome: 'referral', rejected: 'upward-referral' };
  if (message.authoritative) return { ...NOTHING, outcome: 'nodata', soa };
  return { ...NOTHING, outcome: 'nodata', soa, rejected: soa === null ? 'lame' : 'not-authoritative' };
}

/** NXDOMAIN is about the last name of the aliases (RFC 6604 §3); NS records beside it are no referral (RFC 8020 §2). */
function nonexistent(message: DnsMessage, asked: Inquiry): Classification {
  const { aliases } = readAnswer(message.answer, asked);
  const rejected = message.authoritative ? null : 'not-authoritative';
  if (aliases.length > 0) return { ...NOTHING, outcome: 'answer', aliases, rejected };
  return { ...NOTHING, outcome: 'nxdomain', soa: findSoa(message, asked), rejected };
}

function readAnswer(
  answer: readonly ResourceRecord[],
  { zone, name, type }: Inquiry,
): { aliases: Alias[]; records: ResourceRecord[]; dropped: boolean } {
  const aliases: Alias[] = [];
  const trusted = answer.filter((record) => isWithin(owner(record), zone));
  let current = name;
  for (;;) {
    const records = trusted.filter((record) => owner(record) === current && record.type === type);
    const alias = trusted.find((record) => owner(record) === current && record.type === 'CNAME');
    if (records.length > 0 || alias === undefined || aliases.length >= MAX_CNAME_CHAIN)
      return { aliases, records, dropped: trusted.length < answer.length };
    const target = nameOf(alias);
    if (aliases.some((earlier) => earlier.name === target) || target === current)
      return {
        aliases: [...aliases, { name: current, target, ttl: alias.ttl }],
        records: [],
        dropped: false,
      };
    aliases.push({ name: current, target, ttl: alias.ttl });
    current = target;
  }
}

function readReferral(message: DnsMessage, { zone, name }: Inquiry): Classification['referral'] {
  const cut = message.authority.find(
    (record) =>
      record.type === 'NS' &&
      owner(record) !== zone &&
      isWithin(owner(record), zone) &&
      isWithin(name, owner(record)),
  );
  if (cut === undefined) return null;
  const set = message.authority.filter((record) => record.type === 'NS' && record.name === cut.name);
  const servers = [...new Set(set.map(nameOf))].map((server) => ({
    name: server,
    addresses: glueFor(message, server, zone),
  }));
  return { zone: owner(cut), servers, ttl: Math.min(...set.map((record) => record.ttl)) };
}

/** Glue is believed for the referral's servers only, and only where the server asked may speak (RFC 2181 §5.4.1). */
function glueFor(message: DnsMessage, server: DomainName, zone: DomainName): string[] {
  if (!isWithin(server, zone)) return [];
  const glue = message.additional.filter(
    (record) => record.name === server && (record.type === 'A' || record.type === 'AAAA'),
  );
  return [...new Set(glue.map((record) => record.data))];
}

/** The SOA of a negative answer: at or above the name, within the zone asked (RFC 2308 §2). */
function findSoa(message: DnsMessage, { zone, name }: Inquiry): ResourceRecord | null {
  return (
    message.authority.find(
      (record) => record.type === 'SOA' && isWithin(owner(record), zone) && isWithin(name, owner(record)),
    ) ?? null
  );
}

function owner(record: ResourceRecord): DomainName {
  return printedName(record.name);
}
