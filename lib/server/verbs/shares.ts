import { z } from 'zod';
import { AppProblem } from '@/lib/problem';
import { isCheckId, newCheckId } from '@/lib/store/check-id';
import { MAX_SHARES, type StoredShare } from '@/lib/store/share-store';
import { ownLink } from '@/lib/own-link';
import { shortId } from '../config/log';
import { endOf } from '../engine/found-share';
import { may } from './caller';
import { type CheckLink, getReport, noSuchCheck } from './get-report';
import { note } from './note';
import { notPermitted, query, verb } from './verb';

const DAY_MS = 24 * 3600 * 1000;

/** For so many days a link may hold. */
export const SHARE_DAYS = [7, 30, 90, 365] as const;

/** Characters of what its maker says with it: it stands above everything else. */
export const MAX_LINE = 300;

const ShareLine = z
  .string()
  .trim()
  .max(MAX_LINE, `What you say with it has ${MAX_LINE} characters at most.`)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'What you say with it is one line.');

export const MakeShare = z.strictObject({
  days: z
    .literal(SHARE_DAYS)
    .nullable()
    .default(30)
    .describe('how long it holds; null: as long as the check is kept, for operators only'),
  hidesLocalParts: z.boolean().default(true),
  line: ShareLine.default('').describe('what its reader sees first'),
});

export const MadeShare = z.object({
  id: z.string(),
  url: z.string().describe('link of the page, without the host'),
  expiresAt: z.iso.datetime().nullable(),
});

/** A link as its maker sees it. */
export interface MadeLink extends StoredShare {
  end: ReturnType<typeof endOf>;
  /** Whether the caller may take it back. */
  isTheirs: boolean;
}

/**
 * Makes a link to a check that has ended. Throws `check-not-found`, `check-under-way`, `request-invalid` when it has too many, and
 * `not-permitted` for one without end.
 */
export const makeShare = verb(
  'share',
  async (
    caller,
    { id: checkId, days, hidesLocalParts, line }: CheckLink & z.infer<typeof MakeShare>,
    services,
  ): Promise<z.infer<typeof MadeShare>> => {
    if (days === null && !may(caller, 'keep')) throw notPermitted();
    const { finishedAt, share } = await getReport(caller, { id: checkId }, services);
    // Who reads by a link of somebody else cannot make it hold longer, or show more.
    if (share !== null) throw notPermitted();
    if (finishedAt === null)
      throw new AppProblem('check-under-way', {
        say: 'The check is under way: its link can be made when it has ended.',
      });
    const id = newCheckId();
    const createdAt = new Date();
    const expiresAt = days === null ? null : new Date(createdAt.getTime() + days * DAY_MS);
    const outcome = await services.store.addShare({
      id,
      checkId,
      createdAt,
      createdBy: caller.who,
      expiresAt,
      hidesLocalParts,
      line,
    });
    if (outcome === 'gone') throw noSuchCheck();
    if (outcome === 'full')
      throw new AppProblem('request-invalid', {
        say: `A check has at most ${MAX_SHARES} links, those that have ended included.`,
      });
    await note(caller, 'link-made', shortId(checkId), services);
    return { id, url: ownLink(`/check/${id}`), expiresAt: expiresAt?.toISOString() ?? null };
  },
);

/** Links to a check, newest first; nothing for whoever reads it by one of them. */
export const listShares = query(
  'share',
  async (caller, { id }: CheckLink, { store }): Promise<MadeLink[]> => {
    if (!isCheckId(id)) return [];
    const now = Date.now();
    const isOperator = may(caller, 'keep');
    return (await store.sharesOf(id)).map((share) => ({
      ...share,
      end: endOf(share, now),
      isTheirs: isOperator || share.createdBy === caller.who,
    }));
  },
);

/** From now on it shows nothing. Throws `link-not-found`, and `not-permitted` for one of somebody else. */
export const endShare = verb(
  'share',
  async (caller, { id, share }: CheckLink & { share: string }, services): Promise<void> => {
    const one = (await listShares(caller, { id }, services)).find((link) => link.id === share);
    if (one === undefined)
      throw new AppProblem('link-not-found', { say: 'There is no such link to this check.' });
    if (!one.isTheirs) throw notPermitted();
    if (await services.store.endShare(share, new Date()))
      await note(caller, 'link-taken-back', shortId(id), services);
  },
);
