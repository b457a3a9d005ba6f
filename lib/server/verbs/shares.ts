import { z } from 'zod';
import type { AuditAction } from '@/lib/account';
import { isOwnView } from '@/lib/complaint/is-own-view';
import { mailPath } from '@/lib/complaint/mail-path';
import { AppProblem } from '@/lib/problem';
import { isCheckId, newCheckId } from '@/lib/store/check-id';
import type { Keepable } from '@/lib/store/keep-store';
import { MAX_SHARES, type StoredShare } from '@/lib/store/share-store';
import { ownLink } from '@/lib/own-link';
import { shortId } from '../config/log';
import { endOf } from '../engine/found-share';
import type { Services } from '../engine/services';
import { type Caller, may } from './caller';
import { callerKey } from './caller-key';
import { getMailView, noSuchMail } from './get-mail';
import { getReport, noSuchCheck } from './get-report';
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

/** What a link leads to: a check, or a mail by the id that shows everything. */
export interface Linked {
  kind: Keepable;
  id: string;
}

export const MakeShare = z.strictObject({
  days: z
    .literal(SHARE_DAYS)
    .nullable()
    .default(30)
    .describe('how long it holds; null: as long as what it leads to is kept, for operators only'),
  hidesLocalParts: z.boolean().default(true),
  line: ShareLine.default('').describe('what its reader sees first'),
});

export const MadeShare = z.object({
  id: z.string(),
  url: z.string().describe('link of the page, without the host'),
  expiresAt: z.iso.datetime().nullable(),
});

/** A link as its maker sees it. */
export interface MadeLink extends Omit<StoredShare, 'createdFrom'> {
  end: ReturnType<typeof endOf>;
  /** Whether the caller may take it back. */
  isTheirs: boolean;
}

/**
 * Makes a link to a check that has ended, or to a mail. Throws `check-not-found`, `check-under-way`, `report-not-found`, `request-invalid`
 * when it has too many, and `not-permitted` for one without end.
 */
export const makeShare = verb(
  'share',
  async (
    caller,
    { kind, id: of, days, hidesLocalParts, line }: Linked & z.infer<typeof MakeShare>,
    services,
  ): Promise<z.infer<typeof MadeShare>> => {
    if (days === null && !may(caller, 'keep')) throw notPermitted();
    const pageOf = await (kind === 'check' ? pageOfCheck : pageOfMail)(caller, of, services);
    const id = newCheckId();
    const createdAt = new Date();
    const expiresAt = days === null ? null : new Date(createdAt.getTime() + days * DAY_MS);
    const createdFrom = caller.who === null ? callerKey(caller) : null;
    const share = { id, createdAt, createdBy: caller.who, createdFrom, expiresAt, hidesLocalParts, line };
    const outcome = await services.store.addShare(kind, of, share);
    if (outcome === 'gone') throw kind === 'check' ? noSuchCheck() : noSuchMail();
    if (outcome === 'full')
      throw new AppProblem('request-invalid', {
        say: `A ${kind} has at most ${MAX_SHARES} links, those that have ended included.`,
      });
    await note(caller, NOTED[kind].made, shortId(of), services);
    return { id, url: ownLink(pageOf(id)), expiresAt: expiresAt?.toISOString() ?? null };
  },
);

/** What is written down of links. */
const NOTED = {
  check: { made: 'link-made', takenBack: 'link-taken-back' },
  mail: { made: 'mail-link-made', takenBack: 'mail-link-taken-back' },
} as const satisfies Record<Keepable, Record<string, AuditAction>>;

/** Where a link leads. */
type PageOf = (link: string) => string;

async function pageOfCheck(caller: Caller, id: string, services: Services): Promise<PageOf> {
  const { finishedAt, share } = await getReport(caller, { id }, services);
  // Who reads by a link of somebody else cannot make it hold longer, or show more.
  if (share !== null) throw notPermitted();
  if (finishedAt === null)
    throw new AppProblem('check-under-way', {
      say: 'The check is under way: its link can be made when it has ended.',
    });
  return (link) => `/check/${link}`;
}

async function pageOfMail(caller: Caller, id: string, services: Services): Promise<PageOf> {
  const view = await getMailView(caller, { id }, services);
  // The same, and whoever knows only the id that hides local parts.
  if (!isOwnView(view)) throw notPermitted();
  return (link) => mailPath({ id: link, kind: view.kind });
}

/**
 * Links to a check or a mail, newest first; nothing for whoever reads it by one of them, and of others nothing for whoever is not
 * signed in.
 */
export const listShares = query(
  'share',
  async (caller, { kind, id }: Linked, { store }): Promise<MadeLink[]> => {
    if (!isCheckId(id)) return [];
    const now = Date.now();
    const isOperator = may(caller, 'keep');
    const links = (await store.sharesOf(kind, id)).map(({ createdFrom, ...share }) => ({
      ...share,
      end: endOf(share, now),
      isTheirs: isOperator || isMaker(caller, { ...share, createdFrom }),
    }));
    return caller.who === null ? links.filter(({ isTheirs }) => isTheirs) : links;
  },
);

/** Whether the caller has made it: by their name, or from where they have come. */
function isMaker(caller: Caller, { createdBy, createdFrom }: StoredShare): boolean {
  return caller.who === null ? createdFrom === callerKey(caller) : createdBy === caller.who;
}

/** From now on it shows nothing. Throws `link-not-found`, and `not-permitted` for one of somebody else. */
export const endShare = verb(
  'share',
  async (caller, { kind, id, share }: Linked & { share: string }, services): Promise<void> => {
    const one = (await listShares(caller, { kind, id }, services)).find((link) => link.id === share);
    if (one === undefined)
      throw new AppProblem('link-not-found', { say: `There is no such link to this ${kind}.` });
    if (!one.isTheirs) throw notPermitted();
    if (await services.store.endShare(share, new Date()))
      await note(caller, NOTED[kind].takenBack, shortId(id), services);
  },
);
