import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FROZEN_AT } from '@/e2e/fixtures/frozen-checks';
import { transferBench } from '@/e2e/fixtures/transfer-bench';
import { newCheckId } from '@/lib/store/check-id';
import { NOTHING_KNOWN } from '@/lib/watch/follow';
import { NO_ADDRESS } from '@/lib/watch/watch';
import type { Place } from '@/lib/store/cursor';
import { storedReport } from '../stored-report';

const HAND = { since: new Date('2026-11-21T10:00:00.000Z'), by: 'ada' };

const bench = transferBench();

test('what was exported and imported is the same, and exports the same', async () => {
  const ids = await bench.keepChecks();
  const [first = '', second = '', third = ''] = ids;
  await bench.source.store.keep('check', first, HAND);
  const link = {
    createdAt: FROZEN_AT,
    createdBy: 'ada',
    createdFrom: null,
    hidesLocalParts: true,
    line: 'as promised',
  };
  const toCheck = { ...link, id: newCheckId(), expiresAt: FROZEN_AT };
  expect(await bench.source.store.addShare('check', second, toCheck)).toBe('added');
  await bench.source.store.planRetest(first, 'asked', FROZEN_AT);
  await bench.source.store.endRetest(first, 'settled');
  await bench.source.store.planRetest(second, 'greylisted', FROZEN_AT);
  const raw = [
    Buffer.from('Subject: x\r\n\r\n\xff\0 as it came', 'latin1'),
    Buffer.alloc(900_000, 'a line\r\n'),
  ];
  const mails = [];
  for (const one of raw) mails.push(await bench.keepMail(one, { keptSince: HAND.since, keptBy: null }));
  const [{ id: sharedMail } = expect.unreachable()] = mails;
  const toMail = { ...link, id: newCheckId(), expiresAt: null };
  expect(await bench.source.store.addShare('mail', sharedMail, toMail)).toBe('added');
  expect(await bench.source.store.endShare(toMail.id, HAND.since)).toBe(true);
  const note = {
    id: 'n',
    domain: 'a.example',
    createdAt: FROZEN_AT,
    writtenAt: FROZEN_AT,
    writtenBy: 'ada',
    checkId: third,
  };
  await bench.source.store.writeNote({ ...note, text: 'before' });
  const edit = {
    id: 'n',
    edits: 0,
    createdAt: FROZEN_AT,
    text: `see /check/${third} – ü`,
    at: FROZEN_AT,
    by: 'bob',
  };
  expect(await bench.source.store.editNote(edit)).toBe('edited');
  await bench.source.store.writeSetting('sign-in', 'none');
  const { mail: ops, webhook, watch } = await bench.keepWatch();
  const running = newCheckId();
  const {
    target: checked,
    options,
    vantage,
  } = (await bench.source.store.read(first)) ?? expect.unreachable();
  await bench.source.store.create({
    id: running,
    createdAt: FROZEN_AT,
    target: checked,
    options,
    vantage,
    fingerprint: 'f',
  });

  const exported = await bench.exportAs('one.gz', bench.source.store);
  expect(exported).not.toContain(running);
  for (const secret of ['pass-word', 'key-in-path', 'in-query', 'hook.example', 'The clock is wrong'])
    expect(exported).not.toContain(secret);
  const all = { checks: ids.length, mails: 2, notes: 1, watches: 1, receivers: 2, settings: 1 };
  const added = Object.fromEntries(
    Object.entries(all).map(([kind, count]) => [kind, { added: count, there: 0, refused: 0 }]),
  );
  expect(await bench.importInto(bench.target.store, 'one.gz')).toEqual({
    outcomes: added,
    refused: [],
    problem: null,
  });

  for (const id of ids) {
    const [before, after] = [await bench.source.store.read(id), await bench.target.store.read(id)];
    expect(after).toEqual(before);
    expect(storedReport(after ?? expect.unreachable(), {})).toEqual(
      storedReport(before ?? expect.unreachable(), {}),
    );
  }
  expect((await bench.target.store.list({ limit: 100 })).items).toEqual(
    (await bench.source.store.list({ limit: 100 })).items.filter(({ id }) => id !== running),
  );
  for (const [n, { id, sharedId }] of mails.entries()) {
    expect(Buffer.from((await bench.target.store.readMessage(id)) ?? []).equals(raw[n] ?? Buffer.of())).toBe(
      true,
    );
    // Read by none of the rules yet.
    expect(await bench.target.store.readMail(sharedId)).toMatchObject({
      id,
      isShared: true,
      rulesVersion: 0,
      reading: null,
    });
  }
  expect(await bench.target.store.keepingOf('check', first)).toEqual({
    byHand: HAND,
    byNote: false,
    byShare: false,
  });
  expect(await bench.target.store.sharesOf('check', second)).toEqual([
    { ...toCheck, checkId: second, mailId: null, endedAt: null },
  ]);
  expect(await bench.target.store.sharesOf('mail', sharedMail)).toEqual([
    { ...toMail, checkId: null, mailId: sharedMail, endedAt: HAND.since },
  ]);
  expect(await bench.target.store.keepingOf('check', third)).toMatchObject({ byHand: null, byNote: true });
  expect(await bench.target.store.readNote('n')).toEqual(await bench.source.store.readNote('n'));
  expect(await bench.target.store.earlierNotes('n')).toEqual([
    { createdAt: FROZEN_AT, text: 'before', replacedAt: FROZEN_AT, replacedBy: 'bob' },
  ]);
  expect(await bench.target.store.readRetest(first)).toMatchObject({ reason: 'asked', ending: 'settled' });
  // What goes on there is not begun here.
  expect(await bench.source.store.readRetest(second)).toMatchObject({ ending: null });
  expect(await bench.target.store.readRetest(second)).toMatchObject({ ending: 'stopped', nextAt: null });
  expect(await bench.target.store.plannedRetests()).toEqual([]);
  expect(await bench.target.store.readSetting('sign-in')).toBe('none');

  expect(await bench.target.store.readReceiver(ops.id)).toEqual(ops);
  expect(await bench.target.store.readReceiver(webhook.id)).toEqual({ ...webhook, address: NO_ADDRESS });
  // Nothing is asked from two places.
  const put = await bench.target.store.readWatch(watch.id);
  expect(put && { ...put, receivers: put.receivers.toSorted() }).toEqual({
    ...watch,
    nextAt: null,
    knowledge: NOTHING_KNOWN,
    since: null,
    blind: 0,
    ownFailure: null,
    lastCheckId: null,
    receivers: [ops.id, webhook.id].toSorted(),
  });

  expect(await bench.exportAs('two.gz', bench.target.store)).toBe(exported);
  const { outcomes } = await bench.importInto(bench.target.store, 'one.gz');
  expect(outcomes.checks).toEqual({ added: 0, there: ids.length, refused: 0 });
  expect(outcomes.mails).toEqual({ added: 0, there: 2, refused: 0 });
  expect(outcomes.watches).toEqual({ added: 0, there: 1, refused: 0 });
  expect(outcomes.receivers).toEqual({ added: 0, there: 2, refused: 0 });
  expect(await bench.exportAs('three.gz', bench.target.store)).toBe(exported);
});

test('what was made in one moment is found page by page, each once', async () => {
  const ids = await bench.keepChecks();
  const found: string[] = [];
  let after: Place | null = null;
  for (;;) {
    const page: Place[] = await bench.source.store.checkPlaces({ after, most: 2 });
    found.push(...page.map(({ id }) => id));
    const last = page.at(-1);
    if (last === undefined) break;
    after = last;
  }
  expect(found).toEqual([...ids].sort());
});

test('a watch of what is watched already, and a receiver of a name that is taken, stay as they are here', async () => {
  const { mail, webhook, watch } = await bench.keepWatch();
  await bench.exportAs('one.gz', bench.source.store);
  const other = { ...mail, id: newCheckId(), address: 'others@b.example' };
  await bench.target.store.addReceiver(other);
  const own = { ...watch, id: newCheckId(), receivers: [other.id] };
  await bench.target.store.addWatch(own);
  const { outcomes } = await bench.importInto(bench.target.store, 'one.gz');
  expect(outcomes).toMatchObject({
    watches: { added: 0, there: 1, refused: 0 },
    receivers: { added: 1, there: 1, refused: 0 },
  });
  expect(await bench.target.store.watches()).toEqual([own]);
  expect((await bench.target.store.receivers()).map(({ id }) => id)).toEqual([other.id, webhook.id]);
  // What is not here is not told.
  await bench.target.store.removeWatch(own.id);
  expect((await bench.importInto(bench.target.store, 'one.gz')).outcomes.watches.added).toBe(1);
  expect(await bench.target.store.watches()).toMatchObject([{ id: watch.id, receivers: [webhook.id] }]);
});

test('what is there already stays as it is', async () => {
  const [id = ''] = await bench.keepChecks();
  await bench.exportAs('one.gz', bench.source.store);
  await bench.source.store.keep('check', id, HAND);
  await bench.source.store.writeSetting('sign-in', 'accounts');
  const before = await bench.exportAs('before.gz', bench.source.store);
  expect((await bench.importInto(bench.source.store, 'one.gz')).problem).toBeNull();
  expect(await bench.exportAs('after.gz', bench.source.store)).toBe(before);
});

test('after an interruption it is done again, and a mail of which only pieces are there is whole', async () => {
  const ids = await bench.keepChecks();
  const { id: mail } = await bench.keepMail(Buffer.alloc(600_000, 'x'));
  const exported = await bench.exportAs('one.gz', bench.source.store);
  const packed = readFileSync(bench.at('one.gz'));
  writeFileSync(bench.at('half.gz'), packed.subarray(0, Math.floor(packed.length / 2)));
  const half = await bench.importInto(bench.target.store, 'half.gz');
  expect(half.problem).toBe('The file ends in the middle: it is not whole.');
  expect(half.outcomes.checks.added).toBeGreaterThan(0);
  expect(half.outcomes.checks.added).toBeLessThan(ids.length);
  await bench.target.run('INSERT INTO "MailPiece" VALUES (?, 0, ?)', [mail, Buffer.from('half of it')]);
  expect(await bench.importInto(bench.target.store, 'one.gz')).toMatchObject({
    problem: null,
    outcomes: { checks: { there: half.outcomes.checks.added }, mails: { added: 1 } },
  });
  expect(await bench.exportAs('two.gz', bench.target.store)).toBe(exported);
});

test('what is damaged is left out, by name, and the rest goes along', async () => {
  const [first = '', ...others] = await bench.keepChecks();
  await bench.source.run('UPDATE "Evidence" SET "body" = ? WHERE "checkId" = ?', [Buffer.from('x'), first]);
  const leftOut: string[] = [];
  await bench.exportAs('one.gz', bench.source.store, leftOut);
  expect(leftOut).toEqual([`check ${first}`]);
  expect((await bench.importInto(bench.target.store, 'one.gz')).outcomes.checks.added).toBe(others.length);
});

test('an export is never written over a file that is there', async () => {
  writeFileSync(bench.at('one.gz'), 'mine');
  await expect(bench.exportAs('one.gz', bench.source.store)).rejects.toThrow(/one\.gz is there already/);
  expect(readFileSync(bench.at('one.gz'), 'utf8')).toBe('mine');
});
