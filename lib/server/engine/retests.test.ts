import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openTestStore, type TestStore } from '@/e2e/fixtures/test-store';
import { PATIENCE_MS } from '@/e2e/patience';
import { cameTo as cameToBy } from '@/e2e/fixtures/came-to';
import { MAX_RETESTS } from '@/lib/report/retest-limit';
import type { Report } from '@/lib/report/report';
import type { CheckPlan } from '@/lib/check/plan';
import type { Finding } from '@/lib/report/finding';
import { newCheckId } from '@/lib/store/check-id';
import type { CheckStore, NewCheck } from '@/lib/store/store';
import { log } from '../config/log';
import { createDamages } from './damages';
import { createRetests, type Retests } from './retests';

log.level = 'silent';

const START = new Date('2026-11-23T10:02:00Z');
const MINUTE = 60_000;

let opened: TestStore;
let store: CheckStore;
let retests: Retests;
let clock: number;
let started: { check: NewCheck; plan: CheckPlan }[];

/** As a process that begins would make it. */
function newProcess(): Retests {
  return createRetests({
    store,
    damages: createDamages(),
    now: () => clock,
    async start(check, plan) {
      await store.create(check);
      started.push({ check, plan });
    },
  });
}

beforeEach(async () => {
  opened = await openTestStore();
  ({ store } = opened);
  clock = START.getTime();
  started = [];
  retests = newProcess();
});
afterEach(async () => {
  await retests.close();
  await opened.close();
});

const GREYLISTED = '450 4.2.0 Greylisted, try again in 300 seconds';

/** A report that came to an outcome by one reply, with what is found of it. */
const cameTo = (outcome: NonNullable<Report['verdict']>['outcome'], reply = GREYLISTED): Report =>
  cameToBy(outcome, reply, {
    findings: /greylisted/i.test(reply) ? [{ code: 'smtp.greylisted' } as Finding] : [],
  });

async function firstCheck(options: NewCheck['options'] = { depth: 'envelope' }): Promise<string> {
  const id = newCheckId();
  const target = {
    input: 'a@example.org',
    kind: 'mailbox' as const,
    mailbox: 'a@example.org',
    domain: 'example.org',
    domainUnicode: 'example.org',
  };
  const vantage = { helo: 'probe.example', sender: 'me@probe.example', softwareVersion: 'old' };
  await store.create({ id, createdAt: new Date(clock), target, options, vantage, fingerprint: 'x' });
  return id;
}

const nextAt = async (id: string) => (await retests.of({ id }))?.nextAt;

/** Lets what is due begin, and hands back the try. */
async function nextTry(): Promise<(typeof started)[number]> {
  const before = started.length;
  const planned = (await store.plannedRetests())[0]?.nextAt;
  if (planned === undefined) throw new Error('nothing is planned');
  clock = planned.getTime();
  await retests.resume();
  await vi.waitFor(() => expect(started.length).toBeGreaterThan(before), PATIENCE_MS);
  const last = started.at(-1);
  if (last === undefined) throw new Error('nothing was started');
  return last;
}

describe('nothing is planned', () => {
  test.each([
    ['accepted', cameTo('accepted', '250 ok')],
    ['a refusal for good', cameTo('permanent', '550 no')],
    ['another temporary refusal', cameTo('temporary', '451 4.3.0 try later')],
    ['greylisted by one exchange, taken by another', cameTo('accepted')],
    ['stopped', { ...cameTo('temporary'), status: 'stopped' as const }],
  ])('%s', async (_, report) => {
    const id = await firstCheck();
    await retests.follow({ id, report });
    expect(await retests.of({ id })).toBeNull();
  });
});

test('a time that only another exchange names is kept to', async () => {
  const id = await firstCheck();
  const [deciding] = cameTo('temporary', '451 greylisted').sessions;
  const [other] = cameTo('temporary', '450 greylisted, try again in 20 minutes').sessions;
  if (deciding === undefined || other === undefined) throw new Error('the fixture is empty');
  const sessions = [deciding, { ...other, n: deciding.n + 1, outcome: 'temporary' as const }];
  await retests.follow({ id, report: { ...cameTo('temporary', '451 greylisted'), sessions } });
  expect(Date.parse((await nextAt(id)) ?? '') - clock).toBeGreaterThanOrEqual(20 * 60_000);
});

test('greylisting: asked again after the time that the server named, until it is settled', async () => {
  const id = await firstCheck();
  await retests.follow({ id, report: cameTo('temporary') });
  expect(await retests.of({ id })).toMatchObject({
    firstId: id,
    reason: 'greylisted',
    nextAt: '2026-11-23T10:07:01.000Z',
    ending: null,
    tries: [{ id }],
  });
  const { check, plan } = await nextTry();
  expect(check).toMatchObject({
    retestOf: id,
    vantage: { helo: 'probe.example', sender: 'me@probe.example' },
  });
  expect(plan.target.mailbox).toBe('a@example.org');
  expect(await retests.of({ id: check.id, retestOf: id })).toMatchObject({ nextAt: null, ending: null });
  await retests.follow({ id: check.id, retestOf: id, report: cameTo('accepted', '250 ok') });
  expect(await retests.of({ id })).toMatchObject({ ending: 'settled', tries: [{ id }, { id: check.id }] });
  expect(await store.plannedRetests()).toEqual([]);
});

test('a message is never sent again, and no control is asked again', async () => {
  const id = await firstCheck({
    depth: 'message',
    helo: 'other.example',
    controls: ['random'],
    message: { subject: 'a', body: 'b' },
  });
  await retests.follow({ id, report: cameTo('temporary') });
  const { check, plan } = await nextTry();
  expect(check.options).toEqual({ depth: 'envelope', helo: 'other.example' });
  expect(plan.options).toEqual(check.options);
});

test('five tries at most, then it says so', async () => {
  const id = await firstCheck();
  await retests.follow({ id, report: cameTo('temporary') });
  for (let n = 1; n <= MAX_RETESTS; n++) {
    const { check } = await nextTry();
    await retests.follow({ id: check.id, retestOf: id, report: cameTo('temporary') });
  }
  expect(started).toHaveLength(MAX_RETESTS);
  expect(await retests.of({ id })).toMatchObject({ ending: 'used-up', nextAt: null });
  const report = { ...cameTo('temporary'), id, retest: await retests.of({ id }) };
  expect(await retests.ask(report)).toBe('used-up');
});

test('a try without a result settles nothing', async () => {
  const id = await firstCheck();
  await retests.follow({ id, report: cameTo('temporary') });
  const { check } = await nextTry();
  await retests.follow({ id: check.id, retestOf: id, report: { ...cameTo('temporary'), verdict: null } });
  expect((await retests.of({ id }))?.ending).toBeNull();
});

describe('stopped', () => {
  test('before its time: nothing is started any more, and it can be asked for again', async () => {
    const id = await firstCheck();
    await retests.follow({ id, report: cameTo('temporary') });
    await retests.stop({ id, retest: await retests.of({ id }) });
    clock += 60 * MINUTE;
    await retests.resume();
    expect(started).toEqual([]);
    expect(await retests.of({ id })).toMatchObject({ ending: 'stopped', nextAt: null });
    await retests.ask({ ...cameTo('temporary'), id, retest: await retests.of({ id }) });
    expect(await retests.of({ id })).toMatchObject({ ending: null, reason: 'greylisted' });
  });

  test('while a try is under way: that one ends, no other follows', async () => {
    const id = await firstCheck();
    await retests.follow({ id, report: cameTo('temporary') });
    const { check } = await nextTry();
    await retests.stop({ id: check.id, retest: await retests.of({ id }) });
    await retests.follow({ id: check.id, retestOf: id, report: cameTo('temporary') });
    expect(await retests.of({ id })).toMatchObject({ ending: 'stopped', nextAt: null });
  });

  test('in the moment in which it was to begin: the store has the last word', async () => {
    const id = await firstCheck();
    await expect(store.create({ ...(await asStored(id)), id: newCheckId(), retestOf: id })).rejects.toThrow(
      'no longer planned',
    );
    expect((await store.queued()).map((check) => check.id)).toEqual([id]);
  });
});

async function asStored(id: string): Promise<NewCheck> {
  const check = await store.read(id);
  if (check === null) throw new Error('not stored');
  const { evidence: _evidence, ending: _ending, ...about } = check;
  return about;
}

describe('after a restart', () => {
  test('what is overdue begins at once', async () => {
    const id = await firstCheck();
    await retests.follow({ id, report: cameTo('temporary') });
    await retests.close();
    clock += 3 * 60 * MINUTE;
    retests = newProcess();
    await retests.resume();
    await vi.waitFor(() => expect(started).toHaveLength(1), PATIENCE_MS);
  });

  test('a try that was under way counts, and the next one is planned', async () => {
    const id = await firstCheck();
    await retests.follow({ id, report: cameTo('temporary') });
    await nextTry();
    await retests.close();
    retests = newProcess();
    await retests.resume();
    expect(await nextAt(id)).toBe(new Date(clock + 15 * MINUTE).toISOString());
  });
});

describe('asked for', () => {
  test.each([
    ['an accepted recipient', 'settled', { ...cameTo('accepted', '250 ok') }],
    ['no verdict', 'settled', { ...cameTo('temporary'), verdict: null }],
    ['a check that still runs', 'still-running', { ...cameTo('temporary'), status: 'running' as const }],
  ])('%s: %s', async (_, answer, report) => {
    const id = await firstCheck();
    expect(await retests.ask({ ...report, id })).toBe(answer);
    expect(await retests.of({ id })).toBeNull();
  });

  test('a temporary refusal that names no time: after five minutes', async () => {
    const id = await firstCheck();
    await retests.ask({ ...cameTo('temporary', '451 4.3.0 try later'), id });
    expect(await retests.of({ id })).toMatchObject({ reason: 'asked', nextAt: '2026-11-23T10:07:00.000Z' });
  });

  test('twice: the first plan stays', async () => {
    const id = await firstCheck();
    await retests.ask({ ...cameTo('temporary'), id });
    const planned = await nextAt(id);
    clock += MINUTE;
    await retests.ask({ ...cameTo('temporary'), id, retest: await retests.of({ id }) });
    expect(await nextAt(id)).toBe(planned);
  });
});
