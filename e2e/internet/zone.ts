import type { Answer } from 'dns-packet';
import { isWithin, parentOf, upTo } from './name';
import { readRecord } from './record';
import type { SignedParts, Signing } from './signing';

/** A zone as data. */
export interface ZoneData {
  /** Name of the zone, without trailing dot; `.` is the root. */
  origin: string;
  /** Full names of its servers, and the addresses at which they serve it. */
  servers: Readonly<Record<string, readonly string[]>>;
  /** Lines in master-file form, relative to the origin. SOA and NS are made from `servers` unless given. */
  records: readonly string[];
  /** What the parent says, where that is not what `servers` says: names and glue. */
  delegation?: Readonly<Record<string, readonly string[]>>;
  /** The zone is signed, and its parent says so. */
  signing?: Signing;
}

/** A zone ready to be asked. */
export interface Zone {
  origin: string;
  records: Answer[];
  /** Null for a zone that is not signed. */
  signed: SignedParts | null;
}

/** What a zone says to one question, before it becomes a message. */
export interface Lookup {
  rcode: 'NOERROR' | 'NXDOMAIN';
  authoritative: boolean;
  answers: Answer[];
  authorities: Answer[];
  additionals: Answer[];
}

/** The zone's records; adds SOA, NS and the servers' own addresses where the data has none. */
export function loadZone(data: ZoneData): Zone {
  const { origin } = data;
  const records = data.records.map((line) => readRecord(line, origin));
  const has = (type: string) => records.some((record) => record.type === type && record.name === origin);
  const [first = 'ns.invalid'] = Object.keys(data.servers);
  if (!has('SOA'))
    records.push(readRecord(`@ 3600 SOA ${first}. hostmaster 2026010101 7200 900 1209600 300`, origin));
  if (!has('NS'))
    for (const server of Object.keys(data.servers)) records.push(readRecord(`@ 3600 NS ${server}.`, origin));
  for (const [server, addresses] of Object.entries(data.servers))
    if (isWithin(server, origin)) records.push(...addressRecords(server, addresses));
  return { origin, records, signed: null };
}

/** The zone as a server has it that holds other records of the same names and types. */
export function withRecords(zone: Zone, lines: readonly string[]): Zone {
  const others = lines
    .map((line) => readRecord(line, zone.origin))
    .filter(({ name }) => isWithin(name, zone.origin));
  const isReplaced = ({ name, type }: Answer) =>
    others.some((other) => other.name === name && other.type === type);
  return { ...zone, records: [...zone.records.filter((record) => !isReplaced(record)), ...others] };
}

/** The zone as a server has it that has never heard of these names. */
export function withoutNames(zone: Zone, names: readonly string[]): Zone {
  return {
    ...zone,
    records: zone.records.filter(({ name }) => !names.some((gone) => isWithin(name, gone))),
  };
}

export function addressRecords(name: string, addresses: readonly string[]): Answer[] {
  return addresses.map((data) => ({ name, ttl: 3600, type: data.includes(':') ? 'AAAA' : 'A', data }));
}

/** Answers a question from one zone (RFC 1034 §4.3.2): referral, answer, wildcard, alias, NODATA or NXDOMAIN. */
export function lookUp(zone: Zone, name: string, type: string): Lookup {
  const answers: Answer[] = [];
  let current = name;
  for (;;) {
    // The parent answers for the DS records of a cut: RFC 4035 §3.1.4.1.
    const cut = cutAbove(zone, type === 'DS' ? parentOf(current) : current);
    if (cut !== null) return referral(zone, cut, answers);
    const redirected = redirection(zone, current);
    if (redirected !== null) {
      answers.push(...redirected.records);
      current = redirected.target;
      if (!isWithin(current, zone.origin)) return positive(answers);
      continue;
    }
    const here = recordsAt(zone, current);
    const wanted = here.filter((record) => record.type === type || type === 'ANY');
    const alias = here.find((record) => record.type === 'CNAME');
    if (wanted.length > 0) return positive([...answers, ...wanted]);
    if (alias?.type !== 'CNAME') return negative(zone, current, answers, here.length > 0);
    answers.push(alias);
    current = alias.data;
    // An alias that leads out of the zone, or in a circle, is for the asker to follow.
    const circle = answers.some((record) => record.name === current);
    if (circle || !isWithin(current, zone.origin)) return positive(answers);
  }
}

/** The DNAME of a name above, and the alias that it makes of this one (RFC 6672 §3.2). */
function redirection(zone: Zone, name: string): { records: Answer[]; target: string } | null {
  const dname = zone.records.find(
    (record) => record.type === 'DNAME' && record.name !== name && isWithin(name, record.name),
  );
  if (dname?.type !== 'DNAME') return null;
  const target = `${name.slice(0, -dname.name.length)}${dname.data}`;
  return { records: [dname, { name, type: 'CNAME', ttl: dname.ttl ?? 0, data: target }], target };
}

/** What is there, or what the wildcard of the closest name above puts there (RFC 4592 §3.3.1). */
function recordsAt(zone: Zone, name: string): Answer[] {
  for (let at = name; isWithin(at, zone.origin); at = parentOf(at)) {
    const isThere = zone.records.some((record) => isWithin(record.name, at) && record.name !== `*.${at}`);
    if (at === name && isThere) return zone.records.filter((record) => record.name === name);
    const wild = zone.records.filter((record) => record.name === `*.${at}`);
    if (wild.length > 0) return wild.map((record) => ({ ...record, name }));
    if (isThere || at === zone.origin) return [];
  }
  return [];
}

/** The highest name below the apex, at or above the name asked, that is delegated away. */
function cutAbove(zone: Zone, name: string): string | null {
  const names = upTo(name, zone.origin).filter((at) => at !== zone.origin);
  return (
    names.findLast((at) => zone.records.some((record) => record.type === 'NS' && record.name === at)) ?? null
  );
}

function referral(zone: Zone, cut: string, answers: Answer[]): Lookup {
  const authorities = zone.records.filter((record) => record.type === 'NS' && record.name === cut);
  const servers = new Set(authorities.map((record) => (record.type === 'NS' ? record.data : '')));
  const additionals = zone.records.filter(
    (record) => (record.type === 'A' || record.type === 'AAAA') && servers.has(record.name),
  );
  return { rcode: 'NOERROR', authoritative: answers.length > 0, answers, authorities, additionals };
}

function positive(answers: Answer[]): Lookup {
  return { rcode: 'NOERROR', authoritative: true, answers, authorities: [], additionals: [] };
}

/**
 * NODATA when the name exists, has names below it or is made by a wildcard, NXDOMAIN otherwise; the SOA goes along (RFC 2308 §2). After
 * aliases both are about the last name (RFC 6604 §3).
 */
function negative(zone: Zone, name: string, answers: Answer[], isMade: boolean): Lookup {
  const exists = isMade || zone.records.some((record) => isWithin(record.name, name));
  const authorities = zone.records.filter((record) => record.type === 'SOA' && record.name === zone.origin);
  return {
    rcode: exists ? 'NOERROR' : 'NXDOMAIN',
    authoritative: true,
    answers,
    authorities,
    additionals: [],
  };
}
