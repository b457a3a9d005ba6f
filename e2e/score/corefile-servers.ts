import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from 'dns-packet';
import type { DnsTransport } from '@/lib/dns/transport';
import { isWithin } from '../internet/name';
import { readRecord } from '../internet/record';
import { encodeAnswer, fitUdp, type Parts, type Query, readQuery } from '../internet/respond';
import { lookUp, type Zone } from '../internet/zone';
import { type Directive, type ServerBlock, zoneOf } from './corefile';
import { readMasterFile } from './master-file';

const RCODES = ['NOERROR', 'FORMERR', 'SERVFAIL', 'NXDOMAIN', 'NOTIMP', 'REFUSED'] as const;

/** Reads the zone that a `file` directive names, below the folder of the set. Throws when it is not there, or cannot be read. */
export type ZoneReader = (path: string, origin: string) => Zone;

/** Reads each file once. */
export function zoneReader(folder: string): ZoneReader {
  const zones = new Map<string, Zone>();
  return (path, name) => {
    const origin = zoneOf(name);
    const key = `${path} ${origin}`;
    const known = zones.get(key) ?? readZone(join(folder, path), origin);
    zones.set(key, known);
    return known;
  };
}

function readZone(file: string, origin: string): Zone {
  if (!existsSync(file)) throw new Error('a zone is not in the set');
  return { origin, records: readMasterFile(readFileSync(file, 'utf8'), origin), signed: null };
}

/**
 * A network of the servers that a configuration of CoreDNS describes, with those plugins that the set uses. What cannot be
 * served as it is described is told to `onGap`, and stays without an answer. No time passes.
 */
export function corefileServers(
  blocks: readonly ServerBlock[],
  readZone: ZoneReader,
  onGap: (why: string) => void,
): DnsTransport {
  return async ({ address, transport, message, timeoutMs }) => {
    await Promise.resolve();
    const query = readQuery(Buffer.from(message));
    if (query === null) throw new Error('a query that cannot be read');
    const there = blocks.filter(({ addresses }) => addresses.includes(address));
    try {
      const parts = there.length === 0 ? null : partsOf(blockFor(there, query.name), query, readZone);
      if (parts === null) return { kind: 'silence', ms: timeoutMs };
      const whole = encodeAnswer(query, parts);
      return { kind: 'reply', message: transport === 'udp' ? fitUdp(query, whole) : whole, ms: 1 };
    } catch (error) {
      onGap(messageOf(error));
      return { kind: 'silence', ms: timeoutMs };
    }
  };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The block of the longest zone that holds the name. */
function blockFor(blocks: readonly ServerBlock[], name: string): ServerBlock | null {
  const [block = null] = blocks
    .filter(({ zone }) => isWithin(name, zone))
    .sort((a, b) => b.zone.length - a.zone.length);
  return block;
}

/** Null: no answer. The plugins come in CoreDNS's own order: acl, header, template, file. */
function partsOf(block: ServerBlock | null, query: Query, readZone: ZoneReader): Parts | null {
  if (block === null) return { rcode: 'REFUSED' };
  const { directives, zone } = block;
  const named = (name: string) => directives.filter(({ words }) => words[0] === name);
  const unknown = directives.find(
    ({ words: [name = ''] }) => !['acl', 'header', 'template', 'file', 'log'].includes(name),
  );
  if (unknown !== undefined) throw new Error(`no server here has the plugin ${unknown.words[0]}`);
  if (named('acl').some((acl) => drops(acl, query))) return null;
  const template = named('template').find((one) => isFor(one, zone, query));
  const parts = template === undefined ? fromFiles(named('file'), query, readZone) : fromTemplate(template);
  return named('header').some(clearsAa) ? { ...parts, authoritative: false } : parts;
}

function drops({ words, body }: Directive, { name }: Query): boolean {
  if (body.some(([action, ...more]) => action !== 'drop' || more.length > 0))
    throw new Error(`no server here has this acl: ${body.join('; ')}`);
  return words.slice(1).some((zone) => isWithin(name, zoneOf(zone)));
}

function clearsAa({ body }: Directive): boolean {
  if (body.some((words) => words.join(' ') !== 'response clear aa'))
    throw new Error(`no server here has this header: ${body.join('; ')}`);
  return true;
}

/** `template CLASS TYPE [ZONE…]`; `fallthrough` is about patterns, which the set has none of. */
function isFor({ words: [, cls, type, ...zones] }: Directive, zone: string, query: Query): boolean {
  const isType = type === 'ANY' || type === query.type;
  const within = (zones.length === 0 ? [zone] : zones).some((one) => isWithin(query.name, zoneOf(one)));
  return cls !== 'CH' && isType && within;
}

function fromTemplate({ body }: Directive): Parts {
  const records = (section: string): Answer[] =>
    body.filter(([name]) => name === section).map(([, text = '']) => templateRecord(text));
  const code = body.find(([name]) => name === 'rcode')?.[1] ?? 'NOERROR';
  const rcode = RCODES.find((one) => one === code);
  const unknown = body.find(
    ([name = '']) => !['answer', 'authority', 'additional', 'rcode', 'fallthrough'].includes(name),
  );
  if (rcode === undefined || unknown !== undefined)
    throw new Error(`no server here has this template: ${(unknown ?? [code]).join(' ')}`);
  return {
    rcode,
    authoritative: true,
    answers: records('answer'),
    authorities: records('authority'),
    additionals: records('additional'),
  };
}

function templateRecord(text: string): Answer {
  const [owner = '', ...words] = text.trim().split(/\s+/);
  const name = owner.endsWith('.') ? owner : `${owner}.`;
  return readRecord([name, ...words.filter((word) => word !== 'IN')].join(' '), '.');
}

/** From the zone closest to the name; a name in none of them has no next plugin, which CoreDNS calls a failure. */
function fromFiles(files: readonly Directive[], query: Query, readZone: ZoneReader): Parts {
  const [closest] = files
    .map(({ words: [, path = '', origin = '.'] }) => ({ path, origin: zoneOf(origin) }))
    .filter(({ origin }) => isWithin(query.name, origin))
    .sort((a, b) => b.origin.length - a.origin.length);
  if (closest === undefined) return { rcode: 'SERVFAIL' };
  return lookUp(readZone(closest.path, closest.origin), query.name, query.type);
}
