import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Answer } from 'dns-packet';
import { AS_SHIPPED } from '@/lib/findings/severities';
import type { CheckPlan } from '@/lib/check/plan';
import { runCheck } from '@/lib/check/run';
import type { World } from '@/lib/check/world';
import type { RootServer } from '@/lib/dns/root-hints';
import type { DnsTransport } from '@/lib/dns/transport';
import { dnssecCrypto } from '@/lib/net/dnssec-crypto';
import { createGuard } from '@/lib/net/guard';
import { newRecord } from '../scenarios/new-record';
import { NOTHING_HEARD } from '@/lib/smtp/nothing-heard';
import { parseTarget } from '@/lib/target/target';
import { isWithin } from '../internet/name';
import { encodeAnswer, readQuery } from '../internet/respond';
import { lookUp, type Zone } from '../internet/zone';
import { readCorefile, type ServerBlock, zoneOf } from './corefile';
import { corefileServers, messageOf, type ZoneReader, zoneReader } from './corefile-servers';
import { readMasterFile } from './master-file';

/** Where the fake root of the set has its servers; all other special addresses stay forbidden, as several cases want. */
const NETWORKS = ['127.0.0.0/8', 'fda1:b2:c3::/48'];

/** A root of our own, for tests whose root is not in the set. */
const OWN_ROOT = '127.0.0.1';

/** What came of a case: the codes of all findings, or why it could not be played as it is described. */
export type Playing = { codes: ReadonlySet<string> } | { gap: string };

/** The whole check of a domain, without a mail server that could be reached, over the zones and servers of one test of the set. No time passes. */
export async function playZonemaster(folder: string, test: string, domain: string): Promise<Playing> {
  const data = join(folder, 'inputs', 'test-zone-data');
  const file = corefileOf(data, test);
  const target = parseTarget(domain.replace(/\.$/, ''));
  if (file === null) return { gap: 'its servers are not in the set' };
  if (!target.ok || target.value.kind !== 'domain') return { gap: 'it is no domain that gets mail' };
  const gaps = new Set<string>();
  const blocks = readCorefile(readFileSync(file, 'utf8'));
  const plan: CheckPlan = {
    target: target.value,
    options: { depth: 'greeting', controls: [] },
    vantage: { helo: 'probe.example', sender: 'postmaster@probe.example', softwareVersion: 'test' },
    relayAddress: null,
  };
  const world = worldOf(dirname(file), blocks, zoneReader(data), (why) => gaps.add(why));
  const record = newRecord(plan);
  await runCheck(plan, world, record, new AbortController().signal);
  const codes = new Set(record.report().findings.map(({ code }) => code));
  const [gap] = gaps;
  return gap === undefined ? { codes } : { gap };
}

function corefileOf(data: string, test: string): string | null {
  if (!existsSync(data)) return null;
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' });
  const found = files.find((name) => basename(name) === `${test}.cfg`);
  return found === undefined ? null : join(data, found);
}

function worldOf(
  folder: string,
  blocks: readonly ServerBlock[],
  readZone: ZoneReader,
  onGap: (why: string) => void,
): World {
  const guard = createGuard(NETWORKS);
  const hints = join(folder, 'hintfile.zone');
  const roots = existsSync(hints) ? rootsOf(readMasterFile(readFileSync(hints, 'utf8'), '.')) : null;
  const servers = corefileServers(blocks, readZone, onGap);
  const dns = roots === null ? withOwnRoot(servers, () => rootAbove(blocks, readZone), onGap) : servers;
  return {
    dns: (query, signal) => {
      const detail = guard(query.address);
      return detail === null
        ? dns(query, signal)
        : Promise.resolve({ kind: 'blocked' as const, detail, ms: 0 });
    },
    choice: () => null,
    smtp: () => Promise.resolve({ ...NOTHING_HEARD, outcome: 'unreachable', stage: 'connect' }),
    tlsOffer: () => Promise.reject(new Error('No session opens TLS here.')),
    fetchFile: () => Promise.resolve({ kind: 'failed', code: 'ECONNREFUSED' }),
    chainOf: () => [],
    digest: () => '',
    turns: { take: () => Promise.resolve(() => undefined) },
    formerPolicy: () => Promise.resolve(null),
    secondsSinceGreeting: () => null,
    guard,
    ownAddress: () => Promise.resolve(null),
    roots: roots ?? [{ name: 'a.root', address: OWN_ROOT }],
    resolvers: [],
    trustAnchors: [],
    dnssecCrypto,
    knock: null,
    capture: null,
    severities: AS_SHIPPED,
    smtpPort: 25,
    now: Date.now,
    pause: () => new Promise(() => undefined),
    random: () => 0.5,
  };
}

function rootsOf(records: readonly Answer[]): RootServer[] {
  return records.flatMap((record) =>
    record.type === 'A' || record.type === 'AAAA' ? [{ name: record.name, address: record.data }] : [],
  );
}

/** A root that delegates to the highest zones of the configuration, as these name their own servers. */
function rootAbove(blocks: readonly ServerBlock[], readZone: ZoneReader): Zone {
  const files = blocks.flatMap(({ directives }) => directives.filter(({ words }) => words[0] === 'file'));
  const origins = files
    .map(({ words: [, path = '', origin = '.'] }) => ({ path, origin: zoneOf(origin) }))
    .filter(({ origin }) => origin !== '.');
  const highest = origins.filter(
    ({ origin }, n) =>
      origins.every((other) => other.origin === origin || !isWithin(origin, other.origin)) &&
      origins.findIndex((other) => other.origin === origin) === n,
  );
  return { origin: '.', records: highest.flatMap((one) => delegationOf(one, readZone)), signed: null };
}

function delegationOf({ path, origin }: { path: string; origin: string }, readZone: ZoneReader): Answer[] {
  const { records } = readZone(path, origin);
  const servers = records.filter(({ type, name }) => type === 'NS' && name === origin);
  const names = new Set(servers.map((record) => (record.type === 'NS' ? record.data : '')));
  return [
    ...servers,
    ...records.filter(({ type, name }) => (type === 'A' || type === 'AAAA') && names.has(name)),
  ];
}

/** The root is made when it is asked: a zone that is not in the set is a gap of the cases that need it. */
function withOwnRoot(servers: DnsTransport, rootOf: () => Zone, onGap: (why: string) => void): DnsTransport {
  return (query, signal) => {
    const read = query.address === OWN_ROOT ? readQuery(Buffer.from(query.message)) : null;
    if (read === null) return servers(query, signal);
    try {
      const message = encodeAnswer(read, lookUp(rootOf(), read.name, read.type));
      return Promise.resolve({ kind: 'reply', message, ms: 1 });
    } catch (error) {
      onGap(messageOf(error));
      return Promise.resolve({ kind: 'silence', ms: query.timeoutMs });
    }
  };
}
