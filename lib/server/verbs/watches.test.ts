import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestStore, type TestStore } from '@/e2e/fixtures/test-store';
import { BLOCKLISTS } from '@/lib/blocklists/table';
import type { Watch } from '@/lib/watch/watch';
import type { Services } from '../engine/services';
import type { Caller } from './caller';
import { changeWatch, endWatch, readWatch, resumeWatch, startWatch, watchOfAddress } from './watches';

const CALLER: Caller = { who: 'ada', account: null, ip: '192.0.2.7', rights: ['watch'] };
const ADDRESS = '198.51.100.1';
const ASKED = { address: ADDRESS, receivers: [] };

let opened: TestStore;
let taken: string[];
let looks: number;

beforeEach(async () => {
  opened = await openTestStore();
  [taken, looks] = [[], 0];
});
afterEach(() => opened.close());

function services(about: Partial<Services['settings']> = {}): Services {
  const quota = (name: string) => ({ take: () => Promise.resolve(void taken.push(name)) });
  const given: Partial<Services> = {
    store: opened.store,
    settings: {
      helo: 'mx.example.org',
      mailFrom: 'postmaster@example.net',
      blocklists: BLOCKLISTS,
      ...about,
    } as Partial<Services['settings']> as Services['settings'],
    guard: (address) => (address.startsWith('10.') ? 'private' : null),
    quotas: {
      starts: quota('starts'),
      addresses: quota('addresses'),
      recipients: quota('recipients'),
    } as Partial<Services['quotas']> as Services['quotas'],
    watches: { look: () => void looks++ } as Partial<Services['watches']> as Services['watches'],
  };
  return given as Services;
}

const watched = async () => (await opened.store.watches()).map(({ kind, target }) => `${kind} ${target}`);

/** Keeps that a watch has told something, seen by this check, or by a look-up. */
async function tell(watch: Watch, checkId: string | null): Promise<void> {
  const at = new Date('2026-11-30T00:00:00Z');
  const { id: watchId, target, knowledge, since, blind, ownFailure, lastCheckId } = watch;
  const progress = { knowledge, since, blind, ownFailure, lastCheckId };
  const alert = { id: watch.id, watchId, target, at, checkId, changes: [], since: null };
  await opened.store.keepProgress(watch, progress, { alert, nextAt: at, isRoutine: false });
}

test.each<[string, object, string, Partial<Services['settings']>]>([
  ['no address', { address: 'example.org' }, 'no-address', {}],
  ['no public address', { address: '10.0.0.1' }, 'not-public', {}],
  ['any address where no list is asked', ASKED, 'no-lists', { blocklists: [] }],
  [
    'a name where lists of addresses alone are asked',
    { address: 'example.net' },
    'no-lists',
    { blocklists: BLOCKLISTS.filter(({ holds }) => !holds.includes('name')) },
  ],
])('refused, and counts for no limit: %s', async (_, asked, reason, settings) => {
  await expect(startWatch(CALLER, { receivers: [], ...asked }, services(settings))).rejects.toMatchObject({
    code: 'request-invalid',
    fields: { reason },
  });
  expect([await watched(), taken, looks]).toEqual([[], [], 0]);
});

test.each([
  [' 198.51.100.1 ', ADDRESS],
  ['2001:DB8:0:0::1', '2001:db8::1'],
  ['Example.NET', 'example.net'],
])('%j is watched in one spelling, once a day, and counts as a look-up', async (address, target) => {
  const shown = await startWatch(CALLER, { address, receivers: [] }, services());
  expect(shown).toMatchObject({ kind: 'lists', target, domain: target, everyMinutes: 1440, since: null });
  expect([taken, looks]).toEqual([['addresses'], 1]);
  expect(await watchOfAddress(CALLER, { address: target }, services())).toMatchObject({
    watch: { id: shown.id },
    alerts: [],
  });
});

test('a name of ours may be watched in both ways, and in each of them once', async () => {
  const mail = { target: 'example.net', everyMinutes: 60, receivers: [] };
  const lists = { address: 'example.net', receivers: [] };
  for (const asked of [mail, lists]) {
    await startWatch(CALLER, asked, services());
    await expect(startWatch(CALLER, asked, services())).rejects.toMatchObject({
      say: 'example.net is watched already.',
    });
  }
  expect((await watched()).sort()).toEqual(['lists example.net', 'mail example.net']);
  for (const watch of await opened.store.watches()) await tell(watch, watch.kind === 'mail' ? 'check' : null);
  expect(await watchOfAddress(CALLER, { address: 'example.net' }, services())).toMatchObject({
    watch: { kind: 'lists' },
    alerts: [{ target: 'example.net', checkId: null }],
  });
  expect(await opened.store.newestAlerts(10)).toHaveLength(2);
});

test('changed within the limit of its kind, resumed while lists are asked, ended', async () => {
  const { id } = await startWatch(CALLER, ASKED, services());
  await expect(changeWatch(CALLER, { id, everyMinutes: 59 }, services())).rejects.toMatchObject({
    code: 'request-invalid',
    say: 'At most every 60 minutes: blocklists refuse whoever asks them too often.',
  });
  expect(await changeWatch(CALLER, { id, everyMinutes: 60 }, services())).toMatchObject({ everyMinutes: 60 });
  expect(await changeWatch(CALLER, { id, isPaused: true }, services())).toMatchObject({ nextAt: null });
  await expect(resumeWatch(CALLER, { id }, services({ blocklists: [] }))).rejects.toMatchObject({
    fields: { reason: 'no-lists' },
  });
  expect(await readWatch(CALLER, { id }, services())).toMatchObject({ nextAt: null });
  await resumeWatch(CALLER, { id }, services());
  expect((await readWatch(CALLER, { id }, services())).nextAt).not.toBeNull();
  expect(taken).toEqual(['addresses', 'addresses', 'addresses']);
  await endWatch(CALLER, { id }, services());
  expect(await watched()).toEqual([]);
  const { items } = await opened.store.auditPage(10);
  expect(items.map(({ action, object }) => [action, object])).toEqual(
    ['watch-ended', 'watch-resumed', 'watch-paused', 'watch-changed', 'watch-started'].map((action) => [
      action,
      ADDRESS,
    ]),
  );
});

test('who may not watch neither begins nor sees it', async () => {
  const checker: Caller = { ...CALLER, rights: ['start-checks'] };
  await expect(startWatch(checker, ASKED, services())).rejects.toMatchObject({ code: 'not-permitted' });
  await expect(watchOfAddress(checker, { address: ADDRESS }, services())).rejects.toMatchObject({
    code: 'not-permitted',
  });
});
