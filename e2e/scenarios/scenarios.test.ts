import { monitorEventLoopDelay } from 'node:perf_hooks';
import pLimit from 'p-limit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CheckCancelled } from '@/lib/check/cancel';
import type { Report } from '@/lib/report/report';
import { catalogue } from '@/lib/findings/catalogue';
import { TOPICS } from '@/lib/findings/topics';
import { localPartsShown } from '../fixtures/local-parts';
import { faultsOfShortProof } from '../fixtures/short-proof';
import { type Internet, startInternet } from '../internet/internet';
import { PATIENCE_MS } from '../patience';
import { SCENARIOS } from './all';
import { SCENARIO_FILES } from './files';
import { mergeScenarios } from './merge';
import { playableScenarios } from './playable';
import { play, TIMEOUT_MS } from './play';
import type { Expectation, Scenario } from './scenario';
import { wordsOf } from './words';

/** Checks under way at once: they mostly wait. */
const AT_ONCE = 8;

/** How late our own timers were, in nanoseconds: by so much any wait may be longer than it should, several times over. */
const lateness = monitorEventLoopDelay();
const slackMs = () => 2_000 + (4 * lateness.max) / 1e6;

/** Of the transcript of one session: one reply as long as may be, and all others. */
const MAX_LINES = 300;
/** Characters; no server here need be heard for longer to be judged. */
const MAX_KEPT = 65_536;

const playable = playableScenarios();

let internet: Internet;
const reports = new Map<string, Promise<Report>>();

beforeAll(async () => {
  lateness.enable();
  internet = await startInternet(mergeScenarios(playable));
  const limit = pLimit(AT_ONCE);
  const isClocked = ({ greetingTimeoutMs, replyTimeoutMs }: Scenario) =>
    greetingTimeoutMs !== undefined || replyTimeoutMs !== undefined;
  const reportOf = async (scenario: Scenario) => (await play(internet, scenario)).report();
  const others = playable.filter((scenario) => !isClocked(scenario));
  const played = Promise.allSettled(others.map((scenario) => begin(scenario, limit(reportOf, scenario))));
  // Where it matters when each line came, nothing else may keep this process busy.
  const playLater = (scenario: Scenario) => played.then(() => reportOf(scenario));
  for (const scenario of playable.filter(isClocked)) void begin(scenario, playLater(scenario));
});
afterAll(() => internet.stop());

/** Keeps the report for the tests of the scenario, which see it fail if it does. */
function begin({ name }: Scenario, report: Promise<Report>): Promise<Report> {
  report.catch(() => undefined);
  reports.set(name, report);
  return report;
}

/** As the practice MTAs write it down, one of them at its beginning and the other at its end. */
function isMessage(line: string): boolean {
  return line === 'DATA' || line === 'message';
}

/** Hosts stand in the order in which their answers came; the order of an alias chain matters. */
function inOrder(args: Expectation['args']): Record<string, unknown> {
  const sorted = ([key, value]: [string, unknown]) =>
    Array.isArray(value) && key !== 'chain' ? [key, value.map(String).toSorted()] : [key, value];
  return Object.fromEntries(Object.entries(args).map(sorted));
}

/** The arguments as they must be; what a clock has measured may be more, by how late our timers were. */
function wanted({ seconds, ...args }: Expectation['args']): Record<string, unknown> {
  if (typeof seconds !== 'number') return inOrder({ ...args, ...(seconds !== undefined && { seconds }) });
  const isMeasured = (actual: unknown) =>
    typeof actual === 'number' && actual >= seconds && actual <= seconds + slackMs() / 1000;
  return { ...inOrder(args), seconds: expect.toSatisfy(isMeasured) as unknown };
}

/** Those that are clocked wait for all others, and whoever looks at the first of them waits with it. */
const ALL_PLAYED_MS = 10 * PATIENCE_MS;

describe.each(playable.map((scenario) => [scenario.name, scenario] as const))('%s', (name, scenario) => {
  test('verdict and findings', { timeout: ALL_PLAYED_MS }, async () => {
    const report = await reports.get(name);
    const { verdict, findings = [] } = report ?? {};
    const codes = findings.map(({ code }) => code);
    const { outcome, side, permanence, stage } = verdict ?? {};
    expect({ outcome, side, permanence, stage, codes }).toEqual({ ...scenario.verdict, codes });
    const found = findings.map(({ code, args }) => ({ code, args: inOrder(args) }));
    for (const { code, args } of scenario.must)
      expect(found).toContainEqual({ code, args: expect.objectContaining(wanted(args)) });
    for (const code of scenario.mustNot) expect(codes).not.toContain(code);
    for (const code of scenario.once ?? []) {
      const same = found.filter((one) => one.code === code).map(({ args }) => JSON.stringify(args));
      expect(same).toEqual([...new Set(same)]);
    }
    if (scenario.quiet === true)
      expect(findings.filter(({ severity }) => severity !== 'ok' && severity !== 'info')).toEqual([]);
    for (const [address, lines] of Object.entries(scenario.asked ?? {}))
      expect(internet.asked(address)).toEqual(expect.arrayContaining([...lines]));
    for (const address of scenario.notAsked ?? []) expect(internet.asked(address)).toEqual([]);
    const messages = Object.keys(scenario.mtas ?? {}).flatMap((address) =>
      internet.asked(address).filter(isMessage),
    );
    expect(messages.length).toBeLessThanOrEqual(scenario.depth === 'message' ? 1 : 0);
    expect(verdict?.evidence.length).toBeGreaterThan(0);
  });

  test('its proof fits a ticket', async () => {
    const report = await reports.get(name);
    if (report === undefined) throw new Error('not played');
    expect(faultsOfShortProof(report)).toEqual([]);
  });

  test('a link without local parts shows none', async () => {
    const report = await reports.get(name);
    if (report === undefined) throw new Error('not played');
    expect(localPartsShown(report)).toEqual([]);
  });

  test('words, cases and causes', async () => {
    const { verdict, findings = [] } = (await reports.get(name)) ?? {};
    const words = wordsOf({ verdict: verdict ?? null, findings });
    for (const pattern of scenario.says ?? []) expect(words).toMatch(pattern);
    for (const pattern of scenario.saysNot ?? []) expect(words).not.toMatch(pattern);
    expect(verdict?.cases.map(({ outcome }) => outcome)).toEqual(scenario.cases ?? []);
    if (scenario.lookFirst !== undefined) expect(verdict?.lookFirst.side).toBe(scenario.lookFirst);
    const causes = Object.fromEntries(verdict?.diagnosis.map(({ cause, state }) => [cause, state]) ?? []);
    expect(causes).toMatchObject(scenario.causes ?? {});
    for (const { state, next, evidence } of verdict?.diagnosis ?? []) {
      if (state === 'open') expect(next).toBeTruthy();
      else expect(evidence.length).toBeGreaterThan(0);
    }
    // Whose side is proven is concluded once: nothing seen supports a cause of the other one.
    const other = { sender: 'recipient', recipient: 'sender' }[String(verdict?.side)];
    const against = verdict?.diagnosis.filter(({ side, state }) => side === other && state === 'supported');
    expect(against ?? []).toEqual([]);
  });

  test('every wait ends, and what is kept is bounded', async () => {
    const { sessions = [] } = (await reports.get(name)) ?? {};
    const { greetingTimeoutMs = TIMEOUT_MS, replyTimeoutMs = TIMEOUT_MS } = scenario;
    for (const { stages, transcript } of sessions) {
      for (const { stage, ms } of stages)
        expect(ms).toBeLessThan((stage === 'greeting' ? greetingTimeoutMs : replyTimeoutMs) + slackMs());
      expect(transcript.length).toBeLessThan(MAX_LINES);
      const kept = transcript.reduce((sum, { text, raw = '' }) => sum + text.length + raw.length, 0);
      expect(kept).toBeLessThan(MAX_KEPT);
    }
  });
});

test('every file has the name of its scenario, and stands in the folder of a topic that it is about', () => {
  expect(SCENARIOS.map(({ name }) => name)).toEqual(SCENARIO_FILES.map(({ name }) => name));
  const elsewhere = SCENARIO_FILES.filter(({ topic }, index) => {
    const own = TOPICS[topic as keyof typeof TOPICS].catalogue;
    const { must = [] } = SCENARIOS[index] ?? {};
    return must.length > 0 && !must.some(({ code }) => code in own);
  });
  expect(elsewhere).toEqual([]);
});

test.each(Object.entries(TOPICS))('%s: its rules find what is in its catalogue', async (_, topic) => {
  const all = await Promise.all(reports.values());
  // As judged at the end: while a check runs, most rules are silent.
  const codes = all.flatMap((report) =>
    topic.rules.flatMap((rule) => [...rule({ ...report, status: 'done' })].map(({ code }) => code)),
  );
  expect([...new Set(codes)].filter((code) => !(code in topic.catalogue))).toEqual([]);
});

/** What comes of our own limits only, which tests of their own reach. */
const NOT_PLAYED: readonly string[] = ['check.unfinished'];

test('every finding is the must of a scenario', () => {
  const played = new Set<string>(SCENARIOS.flatMap(({ must }) => must.map(({ code }) => code)));
  const missing = Object.keys(catalogue).filter((code) => !played.has(code) && !NOT_PLAYED.includes(code));
  expect(missing).toEqual([]);
});

/** Work that is left behind would reject with nobody to hear it, and Vitest fails on that. */
describe.each([
  'eight-servers',
  'name-servers-silent',
  'glueless-servers',
  'hosts-disagree',
  'tarpit',
  'handshake-hangs',
])('%s, stopped', (name) => {
  test.each([0, 3, 12, 40, 200, 700])('after %i ms: ends with what it has', async (ms) => {
    const scenario = playable.find((one) => one.name === name);
    if (scenario === undefined) throw new Error(`no scenario ${name}`);
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(new CheckCancelled('stopped')), ms);
    const { verdict, sessions } = (await play(internet, scenario, ending.signal)).report();
    clearTimeout(timer);
    expect(verdict).not.toBeNull();
    expect(sessions.every(({ outcome }) => outcome !== null)).toBe(true);
  });
});
