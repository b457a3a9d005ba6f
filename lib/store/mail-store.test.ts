import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestStore, type TestStore } from '@/e2e/fixtures/test-store';
import { newCheckId } from './check-id';
import type { NewMail } from './mail-store';
import type { CheckStore } from './store';

let opened: TestStore;
let store: CheckStore;

beforeAll(async () => {
  opened = await openTestStore();
  ({ store } = opened);
});
afterAll(() => opened.close());

const SUBJECT = {
  domain: 'dest.example',
  category: 'mailbox-unknown',
  permanence: 'permanent',
  code: 550,
  campaign: null,
} as const;

function mail(at: string, about: Partial<NewMail> = {}): NewMail {
  return {
    id: newCheckId(),
    sharedId: newCheckId(),
    kind: 'bounce',
    raw: Buffer.from('From: a\r\n\r\n\0\xff'),
    createdAt: new Date('2026-11-24T10:00:00Z'),
    at: new Date(at),
    rulesVersion: 7,
    reading: '{"kind":"bounce"}',
    sharedReading: '{"kind":"…"}',
    subjects: [{ ...SUBJECT, sourceAddress: null }],
    ...about,
  };
}

describe('mails about mail', () => {
  test('none by an unknown id', async () => {
    expect(await store.readMail(newCheckId())).toBeNull();
  });

  test('come back to the octet, by either id', async () => {
    const { subjects: _, at: __, raw, ...kept } = mail('2026-11-20T00:00:00Z');
    await store.keepMail(mail('2026-11-20T00:00:00Z', kept));
    const octets = raw.length;
    expect(await store.readMail(kept.id)).toEqual({ ...kept, octets, isShared: false });
    expect(await store.readMail(kept.sharedId)).toEqual({ ...kept, octets, isShared: true });
    expect(await store.readMessage(kept.id)).toEqual(Buffer.from(raw));
    expect(await store.readMessage(kept.sharedId)).toBeNull();
  });

  test('a message that does not shrink is kept as it is, and comes back to the octet', async () => {
    const raw = randomBytes(600_000);
    const kept = mail('2026-11-20T00:00:00Z', { raw });
    await store.keepMail(kept);
    expect(raw.equals((await store.readMessage(kept.id)) ?? Buffer.from(''))).toBe(true);
  });

  test('a message of many pieces comes back to the octet', async () => {
    const raw = Buffer.concat([Buffer.alloc(3_000_000, 'abc'), randomBytes(1_600_000)]);
    const kept = mail('2026-11-20T00:00:00Z', { raw });
    await store.keepMail(kept);
    expect(raw.equals((await store.readMessage(kept.id)) ?? Buffer.from(''))).toBe(true);
  });

  test('what is read again takes the place of what was read, in lists as well', async () => {
    const kept = mail('2026-11-20T00:00:00Z', {
      kind: 'unread',
      reading: null,
      sharedReading: null,
      rulesVersion: 6,
      subjects: [],
    });
    await store.keepMail(kept);
    const subjects = [{ ...SUBJECT, domain: 'again.example', sourceAddress: null }];
    const at = new Date('2026-11-19T00:00:00Z');
    const again = { kind: 'automatic-reply', reading: '{}', sharedReading: '{ }', rulesVersion: 8 } as const;
    await store.keepReading(kept.id, { ...again, at, subjects });
    expect(await store.readMail(kept.id)).toMatchObject(again);
    const [listed] = await store.mailsOf({ domain: 'again.example', before: null, limit: 9 });
    expect(listed).toMatchObject({ id: kept.id, kind: 'automatic-reply', at: at.toISOString(), subjects });
  });

  test('of a domain: by when they were written, page after page', async () => {
    const about = (domain: string) => ({ subjects: [{ ...SUBJECT, domain, sourceAddress: null }] });
    const days = ['2026-11-03', '2026-11-01', '2026-11-02'];
    for (const day of days) await store.keepMail(mail(`${day}T00:00:00Z`, about('paged.example')));
    await store.keepMail(mail('2026-11-04T00:00:00Z', about('other.example')));
    const first = await store.mailsOf({ domain: 'paged.example', before: null, limit: 2 });
    expect(first.map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-03', '2026-11-02']);
    const last = first[1];
    const before = { createdAt: new Date(last?.at ?? ''), id: last?.id ?? '' };
    const rest = await store.mailsOf({ domain: 'paged.example', before, limit: 2 });
    expect(rest.map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-01']);
  });

  test('lists hold the kinds that are asked for, and every recipient', async () => {
    const two = [SUBJECT, { ...SUBJECT, domain: 'b.example' }].map((one) => ({
      ...one,
      sourceAddress: null,
    }));
    const late = new Date('2026-11-24T11:00:00Z');
    await store.keepMail(mail('2026-11-20T00:00:00Z', { kind: 'delay', createdAt: late, subjects: two }));
    const { items, next } = await store.listMails({ kinds: ['delay'], limit: 5 });
    expect(items.map(({ kind, subjects }) => [kind, subjects.map(({ domain }) => domain)])).toEqual([
      ['delay', ['dest.example', 'b.example']],
    ]);
    expect(next).toBeNull();
    expect((await store.listMails({ kinds: ['delay', 'bounce'], limit: 1 })).next).not.toBeNull();
  });

  test('complaints are counted by day, category and source', async () => {
    const from = (sourceAddress: string, category: string) => ({
      kind: 'feedback' as const,
      subjects: [{ ...SUBJECT, code: null, permanence: null, category, sourceAddress }],
    });
    for (const [at, source, category] of [
      ['2026-11-20T01:00:00Z', '192.0.2.1', 'list'],
      ['2026-11-20T23:00:00Z', '192.0.2.1', 'list'],
      ['2026-11-20T23:00:00Z', '192.0.2.2', 'list'],
      ['2026-11-21T00:00:00Z', '192.0.2.1', 'spam'],
      ['2026-10-01T00:00:00Z', '192.0.2.1', 'list'],
    ] as const)
      await store.keepMail(mail(at, from(source, category)));
    const counts = await store.countMails({
      kind: 'feedback',
      from: '2026-11-20',
      to: '2026-11-21',
      most: 1,
    });
    expect(counts).toEqual({
      days: [
        { day: '2026-11-20', category: 'list', count: 3 },
        { day: '2026-11-21', category: 'spam', count: 1 },
      ],
      sources: [{ name: '192.0.2.1', count: 3 }],
      campaigns: [],
      domains: [{ name: SUBJECT.domain, count: 4 }],
    });
  });
});
