import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestStore, type TestStore } from '@/e2e/fixtures/test-store';
import { newCheckId, isCheckId } from './check-id';
import { readCursor, writeCursor } from './cursor';
import { canonicalJson, digestOf, openEvidence, sealEvidence } from './evidence';
import type { EvidenceEvent } from '@/lib/report/event';
import { SCHEMA_VERSION } from '@/lib/report/versions';
import type { CheckStore, Ending, NewCheck } from './store';

let opened: TestStore;
let store: CheckStore;

beforeAll(async () => {
  opened = await openTestStore();
  ({ store } = opened);
});
afterAll(() => opened.close());

const TARGET = {
  input: 'a@Example.org',
  kind: 'mailbox',
  domain: 'example.org',
  domainUnicode: 'example.org',
  mailbox: 'a@example.org',
} as const;
const VANTAGE = { helo: 'probe.example', sender: '<>', softwareVersion: 'test' };

function newCheck(about: Partial<NewCheck> = {}): NewCheck {
  return {
    id: newCheckId(),
    createdAt: new Date('2026-01-02T03:04:05Z'),
    target: TARGET,
    options: { depth: 'envelope' },
    vantage: VANTAGE,
    fingerprint: 'same',
    ...about,
  };
}

const EVIDENCE: EvidenceEvent[] = [
  {
    type: 'started',
    seq: 1,
    at: '2026-01-02T03:04:06.000Z',
    target: TARGET,
    options: { depth: 'envelope' },
    vantage: VANTAGE,
  },
  { type: 'limit', seq: 3, limit: 'dns-queries', count: 300 },
];
const ENDING: Ending = {
  status: 'done',
  finishedAt: new Date('2026-01-02T03:04:08Z'),
  lastSeq: 9,
  verdict: null,
  verdictCode: null,
  queryCount: 12,
  sessionCount: 2,
};

test('a check that waits, runs and ends', async () => {
  const { caller, ...check } = { ...newCheck(), caller: '192.0.2.1' };
  await store.create({ ...check, caller });
  expect(await store.read(check.id)).toEqual({
    ...check,
    caller,
    evidence: { version: SCHEMA_VERSION, events: [] },
    ending: null,
  });
  expect(await store.queued()).toContainEqual({ ...check, caller });
  expect(await store.unfinished()).not.toContain(check.id);

  await store.begin(check.id);
  expect(await store.queued()).not.toContainEqual(expect.objectContaining({ id: check.id }));
  expect(await store.unfinished()).toContain(check.id);

  await store.append(check.id, EVIDENCE.slice(0, 1));
  expect((await store.list({ domain: 'example.org', limit: 1 })).items[0]).toMatchObject({
    status: 'running',
    startedAt: '2026-01-02T03:04:06.000Z',
  });
  await store.append(check.id, EVIDENCE.slice(1));
  expect((await store.read(check.id))?.evidence.events).toEqual(EVIDENCE);

  const digest = await store.seal(check.id, { version: SCHEMA_VERSION, events: EVIDENCE }, ENDING);
  const { status, finishedAt, lastSeq } = ENDING;
  expect(await store.read(check.id)).toEqual({
    ...check,
    evidence: { version: SCHEMA_VERSION, events: EVIDENCE },
    ending: { status, finishedAt, lastSeq, digest },
  });
  expect(digest).toBe(digestOf(canonicalJson(EVIDENCE)));
  expect(await store.unfinished()).not.toContain(check.id);
  // Once more, as after a write that was told as failed.
  expect(await store.seal(check.id, { version: SCHEMA_VERSION, events: EVIDENCE }, ENDING)).toBe(digest);
  await expect(store.seal(check.id, { version: SCHEMA_VERSION, events: [] }, ENDING)).rejects.toThrow();
});

test('no such check', async () => {
  expect(await store.read('nothing')).toBeNull();
});

test('events are kept all or none', async () => {
  const check = newCheck();
  await store.create(check);
  const [first] = EVIDENCE.slice(1);
  await expect(
    store.append(check.id, [...EVIDENCE, { ...first, seq: 1 } as EvidenceEvent]),
  ).rejects.toThrow();
  expect((await store.read(check.id))?.evidence.events).toEqual([]);
});

test('what a server says is kept to the octet, also where a database takes no NUL as text', async () => {
  const check = newCheck({ target: { ...TARGET, input: 'a\0@example.org', domain: 'nul.example' } });
  await store.create(check);
  const events = [{ ...EVIDENCE[0], target: check.target } as EvidenceEvent, ...EVIDENCE.slice(1)];
  await store.append(check.id, events);
  expect((await store.read(check.id))?.evidence.events).toEqual(events);
  const verdict = {
    outcome: 'accepted',
    side: 'none',
    stage: 'rcpt',
    headline: 'said: \0',
  } as Ending['verdict'];
  await store.seal(check.id, { version: SCHEMA_VERSION, events }, { ...ENDING, verdict });
  expect((await store.read(check.id))?.evidence.events).toEqual(events);
  const { items } = await store.list({ domain: 'nul.example', limit: 1 });
  expect(items).toMatchObject([
    { id: check.id, verdict: { headline: expect.stringMatching(/^said: [\0\u2400]$/) } },
  ]);
  expect((await store.list({ domain: 'nul\0.example', limit: 1 })).items).toEqual([]);
});

test('the seal of a check is there when it has ended', async () => {
  expect(await store.sealOf(newCheckId())).toBeNull();
  const check = newCheck({ formerId: newCheckId() });
  await store.create(check);
  expect(await store.sealOf(check.id)).toBeNull();
  const digest = await store.seal(check.id, { version: SCHEMA_VERSION, events: EVIDENCE }, ENDING);
  expect(await store.sealOf(check.id)).toEqual({ digest, formerId: check.formerId });
});

test('evidence that was changed is not shown as sealed', async () => {
  const check = newCheck({ id: newCheckId() });
  await store.create(check);
  await store.seal(check.id, { version: SCHEMA_VERSION, events: EVIDENCE }, ENDING);
  const { body } = await sealEvidence([...EVIDENCE, ...EVIDENCE.slice(1)]);
  await opened.run('UPDATE "Evidence" SET "body" = ? WHERE "checkId" = ?', [body, check.id]);
  await expect(store.read(check.id)).rejects.toThrow('does not match its digest');
});

describe('lists', () => {
  const made = [1, 2, 3, 3, 3, 4].map((minute, index) =>
    newCheck({
      createdAt: new Date(`2026-02-01T00:0${minute}:00Z`),
      target: { ...TARGET, domain: 'list.example' },
      fingerprint: index === 0 ? 'first' : 'list',
    }),
  );
  beforeAll(async () => {
    for (const check of made) await store.create(check);
  });

  test.each([1, 2, 5, 6, 100])('%i at a time: newest first, each once', async (limit) => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.list({
        domain: 'list.example',
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    const newestFirst = made.toSorted(
      (a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1),
    );
    expect(ids).toEqual(newestFirst.map(({ id }) => id));
  });

  test('a foreign cursor gives the first page', async () => {
    const [first] = (await store.list({ limit: 1 })).items;
    expect((await store.list({ limit: 1, cursor: 'x\0y' })).items).toEqual([first]);
  });

  test('asked again within a time', async () => {
    expect(await store.findRecent('first', new Date('2026-02-01T00:01:00Z'))).toBe(made[0]?.id);
    expect(await store.findRecent('first', new Date('2026-02-01T00:01:01Z'))).toBeNull();
    expect(await store.findRecent('nobody', new Date(0))).toBeNull();
  });
});

test('ids are 128 bits and none comes twice', () => {
  const ids = Array.from({ length: 1000 }, newCheckId);
  expect(new Set(ids).size).toBe(1000);
  expect(ids.every((id) => isCheckId(id) && Buffer.from(id, 'base64url').length === 16)).toBe(true);
});

test.each(['', 'x', Buffer.from('1 2 3').toString('base64url'), Buffer.from('-1 a').toString('base64url')])(
  'no cursor: %j',
  (text) => expect(readCursor(text)).toBeNull(),
);

test('a cursor leads back to its place', () => {
  const place = { createdAt: new Date(1_700_000_000_123), id: newCheckId() };
  expect(readCursor(writeCursor(place))).toEqual(place);
});

test('the order of fields does not change the digest', async () => {
  const [limit] = EVIDENCE.slice(1);
  const turned = Object.fromEntries(Object.entries(limit ?? {}).reverse()) as EvidenceEvent;
  const [one, other] = await Promise.all([sealEvidence(EVIDENCE.slice(1)), sealEvidence([turned])]);
  expect(other.digest).toBe(one.digest);
  expect(await openEvidence(one.body, one.digest)).toEqual(EVIDENCE.slice(1));
});

test('messages asked for since a time, oldest first; other checks are none', async () => {
  const asked = [3, 1, 2].map((minute) =>
    newCheck({
      createdAt: new Date(`2026-03-01T00:0${minute}:00Z`),
      options: { depth: 'message' },
      ...(minute === 3 && { startedBy: 'ada' }),
    }),
  );
  for (const check of [...asked, newCheck({ createdAt: new Date('2026-03-01T00:04:00Z') })])
    await store.create(check);
  const found = await store.messagesSince(new Date('2026-03-01T00:02:00Z'));
  expect(found.map(({ at }) => at.getUTCMinutes())).toEqual([2, 3]);
  expect(found.map(({ by }) => by)).toEqual([null, 'ada']);
  expect(found[0]?.target).toMatchObject({ domain: 'example.org', mailbox: 'a@example.org' });
});

test('the mailboxes of a domain that are named since a time, each once with the last of them', async () => {
  const domain = 'recipients.example';
  const asked = (minute: number, user: string, about: Partial<NewCheck> = {}) =>
    newCheck({
      createdAt: new Date(`2026-03-01T00:0${minute}:00Z`),
      target: { ...TARGET, domain, mailbox: `${user}@${domain}` },
      ...about,
    });
  const { mailbox: _, ...bare } = TARGET;
  for (const check of [
    asked(1, 'early'),
    asked(2, 'a'),
    asked(4, 'a', { options: { depth: 'message' } }),
    asked(3, 'b'),
    asked(5, 'unnamed', { options: { depth: 'greeting' } }),
    asked(5, 'domain alone', { target: { ...bare, domain } }),
    asked(5, 'elsewhere', { target: { ...TARGET, domain: 'other.example' } }),
  ])
    await store.create(check);
  const found = await store.recipientsSince(domain, new Date('2026-03-01T00:02:00Z'));
  expect(found.map(({ mailbox, at }) => [mailbox, at.getUTCMinutes()]).toSorted()).toEqual([
    [`a@${domain}`, 4],
    [`b@${domain}`, 3],
  ]);
});

describe('the check with which one is compared first', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 5, 1, 10, minute));
  const ENDED = { status: 'done', lastSeq: 4, verdictCode: null, queryCount: 0, sessionCount: 0 } as const;

  async function kept(
    minute: number,
    about: Partial<NewCheck> = {},
    outcome: 'accepted' | null = 'accepted',
  ) {
    const target = { ...TARGET, mailbox: 'former@example.org' };
    const check = newCheck({ createdAt: at(minute), target, ...about });
    await store.create(check);
    const verdict = outcome && ({ outcome, side: 'none', stage: 'rcpt', headline: 'x' } as Ending['verdict']);
    await store.seal(
      check.id,
      { version: SCHEMA_VERSION, events: EVIDENCE },
      { ...ENDED, finishedAt: at(minute), verdict },
    );
    return check.id;
  }

  test('is the newest before it of the same target that came to a verdict, of its depth where there is one', async () => {
    const shallow = await kept(0, { options: { depth: 'greeting' } });
    const first = await kept(1);
    await kept(2, { target: { ...TARGET, mailbox: 'other@example.org' } });
    await kept(3, {}, null);
    await kept(4, { options: { depth: 'greeting' } });
    const last = await kept(5);
    expect(await store.formerOf(last)).toBe(first);
    expect(await store.formerOf(first)).toBe(shallow);
    expect(await store.formerOf(shallow)).toBeNull();
    expect(await store.formerOf(newCheckId())).toBeNull();
  });

  test('is remembered where somebody has run it again', async () => {
    const former = await kept(10);
    const again = await kept(11, { formerId: former });
    expect((await store.read(again))?.formerId).toBe(former);
    expect(await store.askedOf(former)).toMatchObject({ startedBy: null });
    expect(await store.askedOf(newCheckId())).toBeNull();
  });
});
