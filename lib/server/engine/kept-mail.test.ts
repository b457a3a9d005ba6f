import { afterAll, beforeAll, expect, test } from 'vitest';
import { bounceOf } from '@/e2e/fixtures/notices';
import { openTestStore, type TestStore } from '@/e2e/fixtures/test-store';
import { readHandedOver } from '@/lib/complaint/mail-reading';
import { withoutLocalParts } from '@/lib/mail/without-local-parts';
import { newCheckId } from '@/lib/store/check-id';
import { findMail, viewOf } from './kept-mail';

const AT = new Date('2026-11-30T00:00:00Z');
const MAIL = { id: newCheckId(), sharedId: newCheckId() };
const LINKS = { hiding: newCheckId(), showing: newCheckId(), runOut: newCheckId(), takenBack: newCheckId() };

let opened: TestStore;

const find = (id: string) =>
  findMail(id, { store: opened.store, settings: { access: { operator: 'Ada, ada@mxproof.example' } } });

async function shown(id: string) {
  const found = await find(id);
  return found === null ? null : viewOf(found);
}

beforeAll(async () => {
  opened = await openTestStore();
  const { store } = opened;
  const raw = Buffer.from(
    bounceOf({
      address: 'nobody@dest.example',
      host: 'mx1.dest.example',
      hostAddress: '192.0.2.25',
      status: '5.1.1',
      reply: '550 5.1.1 nobody: user unknown',
    }),
  );
  const reading = await readHandedOver(raw);
  await store.keepMail({
    ...MAIL,
    createdAt: AT,
    at: AT,
    kind: 'bounce',
    rulesVersion: 1,
    reading: JSON.stringify(reading),
    sharedReading: JSON.stringify(withoutLocalParts(reading)),
    subjects: [],
    raw,
  });
  const link = { createdAt: AT, createdBy: 'ada', expiresAt: null, hidesLocalParts: true, line: 'as said' };
  await store.addShare('mail', MAIL.id, { ...link, id: LINKS.hiding });
  await store.addShare('mail', MAIL.id, { ...link, id: LINKS.showing, hidesLocalParts: false });
  await store.addShare('mail', MAIL.id, { ...link, id: LINKS.runOut, expiresAt: AT });
  await store.addShare('mail', MAIL.id, { ...link, id: LINKS.takenBack });
  await store.endShare(LINKS.takenBack, AT);
});
afterAll(() => opened.close());

test.each([
  ['no id', 'x'],
  ['another id', newCheckId()],
])('%s leads to no mail', async (_, id) => {
  expect(await find(id)).toBeNull();
});

test.each([
  ['has run out', LINKS.runOut],
  ['was taken back', LINKS.takenBack],
])('a link that %s shows nothing, and says whom to ask', async (_, id) => {
  await expect(find(id)).rejects.toMatchObject({
    code: 'link-ended',
    say: expect.stringContaining('ada@mxproof.example') as string,
  });
});

test.each([
  ['its shared id', MAIL.sharedId, true],
  ['a link that hides them', LINKS.hiding, true],
  ['its own id', MAIL.id, false],
  ['a link that shows them', LINKS.showing, false],
])('local parts by %s', async (_, id, isShared) => {
  const view = await shown(id);
  expect(view).toMatchObject({ id, isShared, kind: 'bounce' });
  expect(JSON.stringify(view).includes('nobody')).toBe(!isShared);
});

test.each([LINKS.hiding, LINKS.showing])(
  'a link tells its maker, and no id that cannot be taken back',
  async (id) => {
    const view = await shown(id);
    expect(view).toMatchObject({
      sharedId: null,
      share: { madeBy: 'ada', expiresAt: null, line: 'as said' },
    });
    const text = JSON.stringify(view);
    for (const other of [...Object.values(MAIL), ...Object.values(LINKS)])
      if (other !== id) expect(text).not.toContain(other);
  },
);

test.each(Object.values(MAIL))('an id of the mail itself is no link', async (id) => {
  expect(await shown(id)).toMatchObject({ sharedId: MAIL.sharedId, share: null });
});
