import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore, type TestStore } from '@/e2e/fixtures/test-store';
import { newCheckId } from '@/lib/store/check-id';
import { createDamages } from '../engine/damages';
import { keptReading } from '../engine/kept-reading';
import type { Services } from '../engine/services';
import type { Caller } from './caller';
import { endShare, listShares, MakeShare, makeShare } from './shares';

const MAIL = { kind: 'mail', id: newCheckId() } as const;
const AT = new Date('2026-11-30T00:00:00Z');

const ANN: Caller = { who: null, account: null, ip: '192.0.2.1', rights: ['read', 'share'] };
const BEN: Caller = { ...ANN, ip: '192.0.2.2' };
const OPERATOR: Caller = { ...BEN, rights: [...BEN.rights, 'keep'] };
const ADA: Caller = { ...ANN, who: 'ada' };
const EVE: Caller = { ...ANN, who: 'eve' };

let opened: TestStore;
let services: Services;

beforeAll(async () => {
  opened = await openTestStore();
  const { store } = opened;
  await store.keepMail({
    ...keptReading(null, AT),
    id: MAIL.id,
    sharedId: newCheckId(),
    createdAt: AT,
    raw: Buffer.from('a'),
  });
  // Sound: the verbs take nothing else of them.
  services = { store, damages: createDamages() } as Services;
});
afterAll(() => opened.close());

const link = async (caller: Caller) =>
  (await makeShare(caller, { ...MAIL, ...MakeShare.parse({}) }, services)).id;

test.each([
  ['somebody who is not signed in', ANN, BEN, 'link-not-found'],
  ['the same, before somebody who is', ANN, EVE, 'not-permitted'],
  ['somebody who is signed in', ADA, EVE, 'not-permitted'],
  ['the same, before somebody at the same address who is not', ADA, ANN, 'link-not-found'],
])('a link is taken back by whoever made it: %s', async (_, maker, other, code) => {
  const share = await link(maker);
  await expect(endShare(other, { ...MAIL, share }, services)).rejects.toMatchObject({ code });
  await endShare(maker, { ...MAIL, share }, services);
  expect(await opened.store.readShare(share)).toMatchObject({ endedAt: expect.any(Date) as Date });
});

test('and by every operator', async () => {
  const share = await link(ANN);
  await endShare(OPERATOR, { ...MAIL, share }, services);
});

test('whoever is not signed in sees their own; nobody sees from where one was made', async () => {
  const [anns, adas] = [await link(ANN), await link(ADA)];
  const seenBy = async (caller: Caller) =>
    (await listShares(caller, MAIL, services)).filter(({ end }) => end === null);
  expect((await seenBy(ANN)).map(({ id }) => id)).toEqual([anns]);
  expect(await seenBy(BEN)).toEqual([]);
  const all = await seenBy(OPERATOR);
  expect(new Set(all.map(({ id }) => id))).toEqual(new Set([anns, adas]));
  for (const one of all) expect(one).not.toHaveProperty('createdFrom');
});
