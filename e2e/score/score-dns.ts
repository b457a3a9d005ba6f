import type { DnsWorld, Question } from '@/lib/dns/ask';
import { createBudget, MAX_QUERIES } from '@/lib/dns/budget';
import { ZoneMemory } from '@/lib/dns/memory';
import { type DomainName, parseDomainName } from '@/lib/dns/name';
import type { ResourceRecord } from '@/lib/dns/trace';
import type { DnsTransport } from '@/lib/dns/transport';
import { walk, type WalkResult } from '@/lib/dns/walk';
import { decodeMessage } from '@/lib/dns/wire';
import {
  type DnsScenario,
  readDnsScenarios,
  type ScriptEntry,
  type ScriptQuestion,
  Usable,
} from './dns-scenario';
import { type Outcome, type Score, summarise } from './outcome';
import { encodeEntry } from './script-message';
import { scriptedServers } from './scripted-servers';

/** An answer as a resolver gives it. */
interface Answer {
  rcode: string;
  records: string[];
}

/**
 * The walk from the root over scripted servers: code and answer set of every question of a scenario. How many come out right
 * is told for each class of use apart. Throws with one sentence when there is nothing to read.
 */
export async function scoreDns(folder: string): Promise<Score> {
  const { rows, unreadable } = readDnsScenarios(folder);
  const outcomes = await Promise.all(rows.map(scenarioOutcome));
  const { lines, figures } = summarise(outcomes, Usable.options);
  return {
    lines: [...unreadable, ...lines],
    figures: { ...figures, unreadable: unreadable.length },
  };
}

/**
 * Right when the answers to all questions are; where only the first needs no cache, when that one is. Each question starts at
 * the root, except where zone cuts have to be remembered.
 */
export async function scenarioOutcome(scenario: DnsScenario): Promise<Outcome<Usable>> {
  const { file, usable, queries } = scenario;
  const misses: string[] = [];
  let memory = memoryOf(scenario);
  for (const { step, check } of usable === 'plain-first-query' ? queries.slice(0, 1) : queries) {
    const asked = entryAt(scenario, step).question;
    const expected = entryAt(scenario, check);
    // Bytes that are no question are for a server to survive, and a walk asks for one type (RFC 8482 §1).
    if (!asked || asked.type === 'ANY') continue;
    const wanted = answerOf(expected);
    if (usable !== 'delegation-cache') memory = memoryOf(scenario);
    const world = worldOf(scriptedServers(scenario, step));
    const got = resolved(await walk(world, memory, questionOf(asked)));
    if (!isSame(got, wanted, expected))
      misses.push(`${asked.name} ${asked.type}: ${print(got)}, should be ${print(wanted)}`);
  }
  return {
    name: file.replace(/^scenarios\//, ''),
    points: [{ figure: usable, isRight: misses.length === 0, miss: misses.join('; ') }],
  };
}

function entryAt({ file, steps }: DnsScenario, n: number): ScriptEntry {
  const entry = steps.find((step) => step.n === n)?.entry;
  if (entry === undefined) throw new Error(`${file} has no entry at step ${n}`);
  return entry;
}

/** What a walk begins with: the root, and no zone below it. */
function memoryOf({ root_hints }: DnsScenario): ZoneMemory {
  return new ZoneMemory(
    root_hints.map((address, n) => ({ name: `${n}.root`, address })),
    nameOf,
  );
}

function questionOf({ name, type }: ScriptQuestion): Question {
  return { name: nameOf(name), type };
}

/** Chance always falls the same way, and nobody waits: who is silent is known to be at once. */
function worldOf(dns: DnsTransport): DnsWorld {
  let steps = 0;
  return {
    dns,
    choice: () => null,
    budget: createBudget(MAX_QUERIES, () => undefined),
    signal: new AbortController().signal,
    now: () => 0,
    pause: () => new Promise(() => undefined),
    random: () => 0.5,
    startedAt: 0,
    asked: new Set(),
    onStep: () => ++steps,
  };
}

/** What a resolver would tell of it (RFC 1034 §5.3.3): aliases first; nobody who answers is SERVFAIL. */
function resolved({ kind, aliases, records }: WalkResult): Answer {
  if (kind === 'failed') return { rcode: 'SERVFAIL', records: [] };
  const chain = aliases.map(({ name, target }) => ({ name, type: 'CNAME', data: target }));
  return { rcode: kind === 'nxdomain' ? 'NXDOMAIN' : 'NOERROR', records: printed([...chain, ...records]) };
}

/** Read by the product's own decoder, so that both sides are spelled alike. */
function answerOf(entry: ScriptEntry): Answer {
  const message = decodeMessage(encodeEntry({ ...entry, authority: [], additional: [] }, 0, null));
  if (!message.ok) throw new Error(`an expected answer that cannot be read: ${message.problem}`);
  return { rcode: message.value.rcode, records: printed(message.value.answer) };
}

function printed(records: readonly Pick<ResourceRecord, 'name' | 'type' | 'data'>[]): string[] {
  return [...new Set(records.map(({ name, type, data }) => `${name} ${type} ${data}`))].sort();
}

/** Some checks are about the code alone. */
function isSame(got: Answer, wanted: Answer, { match }: ScriptEntry): boolean {
  const isCodeOnly = match.length === 1 && match[0] === 'rcode';
  return got.rcode === wanted.rcode && (isCodeOnly || got.records.join() === wanted.records.join());
}

function print({ rcode, records }: Answer): string {
  return records.length === 0 ? rcode : `${rcode} (${records.join(', ')})`;
}

function nameOf(text: string): DomainName {
  const parsed = parseDomainName(text);
  if (!parsed.ok) throw new Error(`not a domain name: ${text}`);
  return parsed.value;
}
