import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestStore, type TestStore } from '@/e2e/fixtures/test-store';
import { SCHEMA_VERSION } from '@/lib/report/versions';
import { newCheckId } from '@/lib/store/check-id';
import type { CheckStore } from '@/lib/store/store';
import { NOTHING_KNOWN } from '@/lib/watch/follow';
import { createRemoval, type KeepLimits } from './removal';

const DAY = 24 * 3600 * 1000;
const NOW = Date.parse('2026-11-29T00:00:00Z');
const FOREVER: KeepLimits = { days: null, count: null };

let opened: TestStore;
let store: CheckStore;
let clock: number;
let removedIds: string[];

beforeEach(async () => {
  opened = await openTestStore();
  ({ store } = opened);
  clock = NOW;
  removedIds = [];
});
afterEach(() => opened.close());

interface Limits {
  checks?: Partial<KeepLimits>;
  mails?: Partial<KeepLimits>;
  bytes?: number;
  routineDays?: number;
}

const removal = ({ checks, mails, bytes = Infinity, routineDays }: Limits) =>
  createRemoval({
    store,
    checks: { ...FOREVER, ...checks },
    mails: { ...FOREVER, ...mails },
    bytes: bytes === Infinity ? null : bytes,
    routineDays: routineDays ?? null,
    auditDays: 30,
    now: () => clock,
    onRemoved: (id) => removedIds.push(id),
    pauseMs: 0,
  });

/** As after days in which the clock went as clocks do. */
async function trusted(limits: Limits) {
  await store.keepPulse('removal', new Date(clock - 3600 * 1000));
  await store.keepPulse('clock-doubted', new Date(clock - 2 * DAY));
  return removal(limits).run();
}

async function keepCheck(daysAgo: number, isEnded = true, retestOf?: string): Promise<string> {
  const id = newCheckId();
  const createdAt = new Date(NOW - daysAgo * DAY);
  const target = {
    input: 'a.example',
    kind: 'domain',
    domain: 'a.example',
    domainUnicode: 'a.example',
  } as const;
  const vantage = { helo: 'probe.example', sender: '<>', softwareVersion: 'test' };
  const options = { depth: 'envelope' } as const;
  await store.create({ id, createdAt, target, options, vantage, fingerprint: id, retestOf });
  const events = [
    { type: 'started', seq: 1, at: createdAt.toISOString(), target, options, vantage },
  ] as const;
  await store.append(id, events);
  const ending = { lastSeq: 3, verdict: null, verdictCode: null, queryCount: 0, sessionCount: 0 };
  if (isEnded)
    await store.seal(
      id,
      { version: SCHEMA_VERSION, events },
      { status: 'done', finishedAt: createdAt, ...ending },
    );
  return id;
}

async function keepMail(daysAgo: number, octets = 20): Promise<string> {
  const id = newCheckId();
  const at = new Date(NOW - daysAgo * DAY);
  const reading = { kind: 'unread', rulesVersion: 0, reading: null, sharedReading: null, at } as const;
  // Nothing that could be packed.
  const raw = randomBytes(octets);
  await store.keepMail({ id, sharedId: newCheckId(), createdAt: at, ...reading, subjects: [], raw });
  return id;
}

const keptChecks = async () => (await store.list({ limit: 100 })).items.map(({ id }) => id);

test('by age: what is older goes with everything, and is told', async () => {
  const [old, young] = [await keepCheck(31), await keepCheck(29)];
  const [oldMail, youngMail] = [await keepMail(8), await keepMail(6)];
  expect(await trusted({ checks: { days: 30 }, mails: { days: 7 } })).toEqual({ checks: 1, mails: 1 });
  expect(await keptChecks()).toEqual([young]);
  expect(await store.read(old)).toBeNull();
  expect(await store.readMail(oldMail)).toBeNull();
  expect(await store.readMessage(youngMail)).not.toBeNull();
  expect(removedIds).toEqual([old]);
});

test('who did what goes by age, and invitations that have run out', async () => {
  const entry = { who: 'ada', address: '192.0.2.1', action: 'signed-in', object: null } as const;
  for (const days of [31, 29]) await store.note({ ...entry, at: new Date(NOW - days * DAY) });
  const invitation = { role: null, createdAt: new Date(NOW - DAY) };
  await store.invite({ ...invitation, hash: 'a', email: 'a@example.org', expiresAt: new Date(NOW) });
  await store.invite({ ...invitation, hash: 'b', email: 'b@example.org', expiresAt: new Date(NOW + 1) });
  await trusted({});
  expect((await store.auditPage(10)).items.map(({ at }) => at)).toEqual([new Date(NOW - 29 * DAY)]);
  expect((await store.invitations(new Date(0))).map(({ hash }) => hash)).toEqual(['b']);
});

test('by count: the newest stay', async () => {
  const ids = [];
  for (let days = 120; days > 0; days--) ids.push(await keepCheck(days));
  expect(await trusted({ checks: { count: 3 } })).toEqual({ checks: 117, mails: 0 });
  expect(await keptChecks()).toEqual(ids.slice(-3).reverse());
});

test('what is under way, or will be repeated, stays however old', async () => {
  const running = await keepCheck(900, false);
  const first = await keepCheck(900);
  await store.planRetest(first, 'asked', new Date(NOW));
  const again = await keepCheck(899, true, first);
  await store.planRetest(first, 'asked', new Date(NOW));
  expect(await trusted({ checks: { days: 30, count: 1 } })).toEqual({ checks: 0, mails: 0 });
  expect((await keptChecks()).sort()).toEqual([running, first, again].sort());
  await store.endRetest(first, 'stopped');
  expect(await trusted({ checks: { days: 30 } })).toEqual({ checks: 2, mails: 0 });
});

/** Of a note. */
const UNKNOWN = { writtenAt: null, writtenBy: null, checkId: null };
const HAND = { since: new Date(NOW), by: 'ada' };

test('what is kept by hand stays by age and by count, until it is let go', async () => {
  const [check, mail] = [await keepCheck(900), await keepMail(900)];
  await keepCheck(1);
  expect(await store.keep('check', check, HAND)).toBe(true);
  expect(await store.keep('mail', mail, HAND)).toBe(true);
  // Who was first stays.
  expect(await store.keep('check', check, { since: new Date(NOW + 1), by: 'eve' })).toBe(false);
  expect(await store.keepingOf('check', check)).toEqual({
    byHand: HAND,
    byNote: false,
    byShare: false,
  });
  const limits = { checks: { days: 30, count: 1 }, mails: { days: 30 } };
  expect(await trusted(limits)).toEqual({ checks: 0, mails: 0 });
  expect(await store.countKept()).toEqual({ checks: 1, mails: 1 });
  expect(await store.letGo('check', check)).toBe(true);
  expect(await store.letGo('mail', mail)).toBe(true);
  expect(await trusted(limits)).toEqual({ checks: 1, mails: 1 });
});

test('what a note names stays: by its link, by its file, and a mail by either of its ids', async () => {
  const [linked, saved, other] = [await keepCheck(900), await keepCheck(900), await keepCheck(900)];
  const [mail, shared] = [await keepMail(900), await keepMail(900)];
  const sharedId = (await store.readMail(shared))?.sharedId ?? '';
  const text = `see https://mx.example/check/${linked}/report.txt, mxproof-${saved}.json and ${mail} (${sharedId}).`;
  await store.writeNote({ id: 'n', domain: 'a.example', createdAt: new Date(NOW), text, ...UNKNOWN });
  expect(await trusted({ checks: { days: 30 }, mails: { days: 30 } })).toEqual({ checks: 1, mails: 0 });
  expect(removedIds).toEqual([other]);
  expect(await store.keepingOf('check', linked)).toEqual({
    byHand: null,
    byNote: true,
    byShare: false,
  });
  expect(await store.keepingOf('mail', shared)).toEqual({
    byHand: null,
    byNote: true,
    byShare: false,
  });
  expect(await store.countKept()).toEqual({ checks: 2, mails: 2 });
});

test('what somebody has a link to stays until that has run out, or was taken back', async () => {
  const [open, backAgain, runOut] = [await keepCheck(900), await keepCheck(900), await keepCheck(900)];
  const link = { createdAt: new Date(NOW), createdBy: null, hidesLocalParts: true, line: '' };
  const ids = { open: newCheckId(), backAgain: newCheckId(), runOut: newCheckId() };
  await store.addShare('check', open, { ...link, id: ids.open, expiresAt: null });
  await store.addShare('check', backAgain, {
    ...link,
    id: ids.backAgain,
    expiresAt: new Date(NOW + DAY),
  });
  await store.addShare('check', runOut, { ...link, id: ids.runOut, expiresAt: new Date(NOW) });
  expect(await store.keepingOf('check', open)).toEqual({ byHand: null, byNote: false, byShare: true });
  expect(await store.endShare(ids.backAgain, new Date(NOW))).toBe(true);
  expect(await store.endShare(ids.backAgain, new Date(NOW))).toBe(false);
  expect(await trusted({ checks: { days: 30 } })).toEqual({ checks: 2, mails: 0 });
  expect(removedIds.sort()).toEqual([backAgain, runOut].sort());
  expect(await store.readShare(ids.runOut)).toBeNull();
  expect(await store.countKept()).toEqual({ checks: 1, mails: 0 });
  clock += 365 * DAY;
  expect(await trusted({ checks: { days: 30 } })).toEqual({ checks: 0, mails: 0 });
});

test('so does a mail, with which its links go', async () => {
  const [open, runOut] = [await keepMail(900), await keepMail(900)];
  const link = { createdAt: new Date(NOW), createdBy: null, hidesLocalParts: true, line: '' };
  const ids = { open: newCheckId(), runOut: newCheckId() };
  expect(await store.addShare('mail', newCheckId(), { ...link, id: newCheckId(), expiresAt: null })).toBe(
    'gone',
  );
  await store.addShare('mail', open, { ...link, id: ids.open, expiresAt: null });
  await store.addShare('mail', runOut, { ...link, id: ids.runOut, expiresAt: new Date(NOW) });
  expect(await store.keepingOf('mail', open)).toEqual({ byHand: null, byNote: false, byShare: true });
  expect((await store.sharesOf('mail', open)).map(({ id }) => id)).toEqual([ids.open]);
  expect(await store.sharesOf('check', open)).toEqual([]);
  expect(await trusted({ mails: { days: 30 } })).toEqual({ checks: 0, mails: 1 });
  expect(await store.removableMails({ before: null, most: 10 })).toEqual([]);
  expect(await store.readShare(ids.runOut)).toBeNull();
  expect(await store.countKept()).toEqual({ checks: 0, mails: 1 });
  expect(await store.removeMail(open, { evenKept: false })).toBe(false);
  expect(await store.removeMail(open, { evenKept: true })).toBe(true);
  expect(await store.readShare(ids.open)).toBeNull();
});

test('many that a note keeps do not keep others from going', async () => {
  const ids = [];
  for (let n = 0; n < 60; n++) {
    ids.push(await keepCheck(900));
    ids.push((await store.readMail(await keepMail(900)))?.sharedId);
  }
  await store.writeNote({
    id: 'n',
    domain: 'a.example',
    createdAt: new Date(NOW),
    text: ids.join(),
    ...UNKNOWN,
  });
  await keepCheck(800);
  await keepMail(800);
  expect(await trusted({ checks: { days: 30 }, mails: { days: 30 } })).toEqual({ checks: 1, mails: 1 });
});

test('what was kept after it was found stays; by hand it can be removed all the same', async () => {
  const [check, mail] = [await keepCheck(900), await keepMail(900)];
  await store.keep('check', check, HAND);
  await store.keep('mail', mail, HAND);
  expect(await store.removeCheck(check, { evenKept: false })).toBe(false);
  expect(await store.removeMail(mail, { evenKept: false })).toBe(false);
  expect(await removal({}).removeCheck(check)).toBe(true);
  expect(await store.removeMail(mail, { evenKept: true })).toBe(true);
});

test('by size: the oldest checks go, then the oldest mails, until it fits', async () => {
  for (let days = 20; days > 0; days--) await keepCheck(days);
  const mails = [];
  for (let days = 20; days > 0; days--) mails.push(await keepMail(days, 50_000));
  const bytes = (await store.usedBytes()) - 400_000;
  const removed = await trusted({ bytes });
  expect(removed).toMatchObject({ checks: 20 });
  expect(removed.mails).toBeGreaterThan(6);
  expect(removed.mails).toBeLessThan(9);
  const isThere = await Promise.all(mails.map(async (id) => (await store.readMail(id)) !== null));
  expect(isThere).toEqual(mails.map((_, n) => n >= removed.mails));
  expect(await store.usedBytes()).toBeLessThanOrEqual(bytes);
  // What is free in the file does not count.
  expect(await trusted({ bytes })).toEqual({ checks: 0, mails: 0 });
});

test('by size: when nothing may go any more, that is told, until it fits', async () => {
  const [running, old, mail] = [await keepCheck(9, false), await keepCheck(9), await keepMail(9, 50_000)];
  await store.keep('mail', mail, HAND);
  const bytes = (await store.usedBytes()) - 40_000;
  await trusted({});
  const one = removal({ bytes });
  expect(one.isTooLarge()).toBe(false);
  expect(await one.run()).toEqual({ checks: 1, mails: 0 });
  expect(removedIds).toEqual([old]);
  expect(await keptChecks()).toEqual([running]);
  expect(one.isTooLarge()).toBe(true);
  await store.letGo('mail', mail);
  expect(await one.run()).toEqual({ checks: 0, mails: 1 });
  expect(one.isTooLarge()).toBe(false);
});

test('for ever: nothing goes', async () => {
  await keepCheck(9000);
  await keepMail(9000);
  expect(await trusted({})).toEqual({ checks: 0, mails: 0 });
});

test('a clock that jumps removes nothing for a day, and so does the first start', async () => {
  const id = await keepCheck(1);
  const one = removal({ checks: { days: 30 } });
  clock += 3650 * DAY;
  expect(await one.run()).toEqual({ checks: 0, mails: 0 });
  clock = NOW;
  // Back again: nothing is left of the jump.
  for (let hours = 0; hours < 30; hours++) {
    clock = NOW + hours * 3600 * 1000;
    await one.run();
  }
  expect(await keptChecks()).toEqual([id]);
  clock = NOW + 40 * DAY;
  expect(await one.run()).toEqual({ checks: 0, mails: 0 });
  clock += DAY;
  expect(await one.run()).toEqual({ checks: 1, mails: 0 });
});

test('checks of a watch that saw nothing new go sooner, and so does what watches told with the checks that saw it', async () => {
  const watch = { id: newCheckId(), domain: 'a.example', target: 'a.example', receivers: [] };
  const alertOf = (checkId: string, daysAgo: number) => ({
    id: newCheckId(),
    watchId: watch.id,
    target: 'a.example',
    at: new Date(NOW - daysAgo * DAY),
    checkId,
    changes: [],
    since: null,
  });
  const seen = async (daysAgo: number, isRoutine: boolean, isTold: boolean) => {
    const id = await keepCheck(daysAgo);
    const progress = { knowledge: NOTHING_KNOWN, since: null, blind: 0, ownFailure: null, lastCheckId: id };
    const alert = isTold ? alertOf(id, daysAgo) : null;
    await store.keepProgress(watch, progress, { alert, nextAt: new Date(NOW), isRoutine });
    return id;
  };
  const [routine, told, kept, old] = [
    await seen(31, true, false),
    await seen(31, false, true),
    await seen(29, true, false),
    await seen(366, false, true),
  ];
  await trusted({ checks: { days: 365 }, routineDays: 30 });
  expect(removedIds.sort()).toEqual([routine, old].sort());
  expect((await store.list({ limit: 10 })).items.map(({ id }) => id).sort()).toEqual([told, kept].sort());
  expect((await store.newestAlerts(10)).map(({ checkId }) => checkId)).toEqual([told]);
});
