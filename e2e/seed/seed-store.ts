import { SEARCH_VERSION } from '@/lib/search/entry';
import type { MailReader } from '@/lib/server/engine/mail-reader/mail-reader';
import type { CheckStore } from '@/lib/store/store';
import { keepBounce } from './bounce';
import { idFor, oneFor, shareFor } from './chance';
import { momentOf } from './moments';
import type { Cast, Mould } from './mould';
import type { Moulds } from './moulds';
import { domainName, localPart } from './names';
import { keepNote } from './note';

/** How much is made. */
export interface SeedSize {
  checks: number;
  /** At most as many: each has one check at least, and the first ones have most. */
  domains: number;
}

/** What a seed is made of. */
export interface SeedParts {
  moulds: Moulds;
  reader: Pick<MailReader, 'read'>;
  /** The newest check is a little older. */
  until: Date;
}

/** How many of each were kept. */
export interface Seeded {
  checks: number;
  bounces: number;
  notes: number;
}

/** Checks that are sealed at once: their evidence is packed in threads of Node. */
const AT_ONCE = 16;
/** Of so many checks, one sees a trouble. */
const TROUBLE_EVERY = 5;
/** After so many checks a bounce came, and somebody wrote a note. */
const BOUNCE_EVERY = 50;
const NOTE_EVERY = 100;

/**
 * Fills a store with checks, oldest first, each where it can be found, with bounces and notes; tells how many checks are there, first
 * of all 0. What is made of the same parts is the same: ids, names, moments, and which check saw what.
 */
export async function seedStore(
  store: CheckStore,
  { moulds, reader, until }: SeedParts,
  size: SeedSize,
  tell: (checks: number) => void = () => undefined,
): Promise<Seeded> {
  const seeded: Seeded = { checks: 0, bounces: 0, notes: 0 };
  tell(0);
  while (seeded.checks < size.checks) {
    const count = Math.min(AT_ONCE, size.checks - seeded.checks);
    const made = Array.from({ length: count }, (_, n) => {
      const id = idFor(`check ${seeded.checks + n}`);
      return { id, cast: castOf(seeded.checks + n, size, moulds, until) };
    });
    await Promise.all(made.map(({ id, cast }) => sealCast(store, id, cast)));
    for (const { id, cast } of made) {
      await enterCast(store, id, cast);
      seeded.checks++;
      if (seeded.checks % BOUNCE_EVERY === 0) await keepBounce(store, reader, cast.check, seeded.bounces++);
      if (seeded.checks % NOTE_EVERY === 0) await keepNote(store, id, cast.check, seeded.notes++);
    }
    tell(seeded.checks);
  }
  return seeded;
}

/** Keeps a check where it can be found, as if it had been made here. */
export async function keepCast(store: CheckStore, id: string, cast: Cast): Promise<void> {
  await sealCast(store, id, cast);
  await enterCast(store, id, cast);
}

/** As a check that takes less than a second: its events never become rows (`docs/decisions/0051-a-second-before-the-first-row.md`). */
async function sealCast(store: CheckStore, id: string, { check, evidence, ending }: Cast): Promise<void> {
  await store.create({ id, ...check });
  await store.seal(id, evidence, ending);
}

async function enterCast(
  store: CheckStore,
  objectId: string,
  { check, outline, found: text }: Cast,
): Promise<void> {
  await store.keepOutline(objectId, outline);
  const { createdAt: at, target } = check;
  await store.enter(
    'check',
    objectId,
    { kind: 'check', objectId, at, domain: target.domain, text },
    SEARCH_VERSION,
  );
}

function castOf(n: number, { checks, domains }: SeedSize, { usual, troubles }: Moulds, until: Date): Cast {
  const domain = domainName(n < domains ? n : Math.floor(domains * shareFor(`domain ${n}`) ** 2));
  const mould =
    shareFor(`trouble ${n}`) < 1 / TROUBLE_EVERY
      ? oneFor<Mould>(`which ${n}`, troubles)
      : oneFor<Mould>(domain, usual);
  return mould.cast(localPart(domain, `mailbox ${n}`), domain, momentOf(n, checks, until));
}
