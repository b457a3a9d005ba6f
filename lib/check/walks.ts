import {
  createBudget,
  MAX_OTHER_POLICY_QUERIES,
  MAX_POLICY_QUERIES,
  MAX_QUERIES,
  MAX_SURVEY_QUERIES,
  shareOf,
} from '@/lib/dns/budget';
import type { DnsWorld, Server } from '@/lib/dns/ask';
import { askAll, MAX_SURVEYED_ADDRESSES, type SurveyQuestion } from '@/lib/dns/ask-all';
import { type KnownZone, ZoneMemory } from '@/lib/dns/memory';
import { type DomainName, parseDomainName } from '@/lib/dns/name';
import type { TraceStep } from '@/lib/dns/trace';
import { walk, type WalkResult } from '@/lib/dns/walk';
import type { Limit } from '@/lib/report/limit';
import type { CheckRun } from './check-run';

/** The walks of one check: one budget, one memory, one trace. */
export interface Walks {
  readonly domain: DomainName;
  /** Resolves one question; `after` is the step whose answer made it necessary. */
  ask(name: DomainName, type: string, after?: number | null): Promise<WalkResult>;
  /** The same at leisure: paid from the share of the budget that is not for the way of the mail. */
  askAside(name: DomainName, type: string, after?: number | null): Promise<WalkResult>;
  /** The same about ourselves: marked in the trace as no matter of the recipient's. */
  askAboutUs(name: DomainName, type: string, after?: number | null): Promise<WalkResult>;
  /** The same about what the domain publishes of itself beside the way of the mail. */
  askPolicy(name: DomainName, type: string): Promise<WalkResult>;
  /** The same where senders go by it and keep mail: paid from the whole share for policies. */
  askDemand(name: DomainName, type: string): Promise<WalkResult>;
  /** The closest zone above or at the name, as its parent delegated it. */
  delegation(name: DomainName): KnownZone;
  /** The zones that walks have come through on the way to the name, the root first. */
  path(name: DomainName): readonly KnownZone[];
  /** Puts questions to every server given. */
  survey(zone: KnownZone, servers: readonly Server[], questions: readonly SurveyQuestion[]): Promise<void>;
  /**
   * Resolves when every question sent has been answered or given up, also those nobody waits for any more; then notes
   * what the budget left unasked.
   */
  settled(): Promise<void>;
}

/** A check that walks DNS. */
export interface WalkingRun extends CheckRun {
  walks: Walks;
}

export function createWalks({ world, record, signal, startedAt }: CheckRun, domain: string): Walks {
  const underWay = new Set<Promise<unknown>>();
  const dns: DnsWorld = {
    signal,
    startedAt,
    asked: new Set<string>(),
    dns(query, cancel) {
      const heard = world.dns(query, cancel);
      const quiet = heard.catch(() => undefined).finally(() => underWay.delete(quiet));
      underWay.add(quiet);
      return heard;
    },
    choice: (server, question) =>
      world.choice({ names: [server.name], address: server.address }) ??
      (world.choice({ names: [question.name], address: null }) === null ? null : 'excluded-name'),
    budget: createBudget(MAX_QUERIES, () => {
      record.note({ type: 'limit', limit: 'dns-queries', count: MAX_QUERIES });
    }),
    now: () => world.now(),
    pause: (ms, cancel) => world.pause(ms, cancel),
    random: () => world.random(),
    onStep: (step) => record.step(step),
  };
  /** What the share for comparing did not suffice for, what the whole did not, and servers above their number. */
  const unasked: string[] = [];
  const unresolved: string[] = [];
  const beyond: string[] = [];
  const memory = new ZoneMemory(world.roots, nameOf);
  const surveyed = { ...dns, budget: shareOf(dns.budget, MAX_SURVEY_QUERIES) };
  /** What the share for policies did not suffice for. */
  const unread: string[] = [];
  const ofPolicies = {
    ...dns,
    budget: createBudget(MAX_POLICY_QUERIES, () => undefined),
    onStep: (step: TraceStep) => record.step({ ...step, for: 'policy' }),
  };
  const atLeisure =
    (world: DnsWorld, left = unasked): Walks['askAside'] =>
    async (name, type, after = null) => {
      const walked = await walk(world, memory, { name, type }, { after, path: [] });
      if (walked.kind !== 'failed' || !world.budget.isSpent) return walked;
      left.push(`${name} ${type}`);
      return { ...walked, detail: 'own-choice' };
    };
  return {
    domain: nameOf(domain),
    async ask(name, type, after = null) {
      const walked = await walk(dns, memory, { name, type }, { after, path: [] });
      if (walked.kind === 'failed' && dns.budget.isSpent) unresolved.push(`${name} ${type}`);
      return walked;
    },
    askAside: atLeisure(surveyed),
    askAboutUs: atLeisure({
      ...surveyed,
      onStep: (step) => record.step({ ...step, for: 'ourselves' }),
    }),
    askPolicy: atLeisure(
      { ...ofPolicies, budget: shareOf(ofPolicies.budget, MAX_OTHER_POLICY_QUERIES) },
      unread,
    ),
    askDemand: atLeisure(ofPolicies, unread),
    delegation: (name) => memory.closest(name),
    path: (name) => memory.path(name),
    async survey(zone, servers, questions) {
      const left = await askAll(surveyed, zone, servers, questions);
      unasked.push(...left.unasked);
      beyond.push(...left.beyond);
    },
    async settled() {
      // A question that stayed silent is tried again: wait until nothing new is under way.
      while (underWay.size > 0) {
        await Promise.all(underWay);
        await Promise.resolve();
      }
      const note = (limit: Limit, count: number, left: string[]) => {
        if (left.length > 0) record.note({ type: 'limit', limit, count, left: [...new Set(left)] });
      };
      note('dns-queries', MAX_QUERIES, unresolved);
      note('server-addresses', MAX_SURVEYED_ADDRESSES, beyond);
      note('survey-queries', surveyed.budget.used, unasked);
      note('policy-queries', ofPolicies.budget.used, unread);
    },
  };
}

/** Targets and root hints have been parsed: a name that is none is our mistake. */
function nameOf(text: string): DomainName {
  const name = parseDomainName(text);
  if (!name.ok) throw new Error(`not a domain name: ${text}`);
  return name.value;
}
