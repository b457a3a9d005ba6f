import { AppProblem } from '@/lib/problem';
import type { Report } from '@/lib/report/report';
import { isCheckId } from '@/lib/store/check-id';
import type { NewCheck } from '@/lib/store/store';
import { isDamage } from '../engine/damages';
import { beforeOf } from '../engine/before';
import { endOf, shareOf } from '../engine/found-share';
import { sharedReport } from '../engine/shared-report';
import type { FoundReport } from '../engine/frozen-reports';
import type { Services } from '../engine/services';
import { storedReport } from '../engine/stored-report';
import { type Caller, may } from './caller';
import { query, verb } from './verb';

/** A check by its id, or that of a link to it that was made for somebody: each is the permission to read it. */
export interface CheckLink {
  id: string;
}

/**
 * The whole report, also while the check waits or runs, with how it is repeated and what it was started from; null when
 * there is no such check. Throws `check-damaged`, `link-ended`.
 */
export const findReport = query(
  'read',
  async (caller, { id }: CheckLink, services): Promise<Report | null> => {
    const found = await services.damages.within('check', id, () => find(id, services));
    if (found === null) return findShared(id, services);
    const [leading, before] = await Promise.all([
      leadingFrom(caller, id, found, services),
      found.noticeId === undefined ? null : beforeOf(found.noticeId, found.report.target, services),
    ]);
    return { ...found.report, ...leading, before };
  },
  reportStamp,
);

/** The same, and null as well when it cannot be read: for a page that shows more than this check. */
export const findReadable = query(
  'read',
  (caller, link: CheckLink, services): Promise<Report | null> =>
    findReport(caller, link, services).catch((error: unknown) => {
      if (isDamage(error) || (error instanceof AppProblem && error.code === 'link-ended')) return null;
      throw error;
    }),
  reportStamp,
);

/**
 * Of a check that has ended, what may still change of its report: while this process runs, what its evidence leads to does not. Null for
 * others, and for those that were started from a notice, which is read in another way some day.
 */
export async function reportStamp(
  caller: Caller,
  { id }: CheckLink,
  services: Services,
): Promise<object | null> {
  if (!isCheckId(id) || (await services.runner.find(id)) !== null) return null;
  const seal = await services.store.sealOf(id);
  if (seal === null || seal.noticeId !== undefined) return null;
  return { seal, ...(await leadingFrom(caller, id, seal, services)) };
}

/** What leads further from a check, for a caller. */
async function leadingFrom(
  caller: Caller,
  id: string,
  { retestOf, formerId }: Pick<NewCheck, 'retestOf' | 'formerId'>,
  services: Services,
): Promise<Pick<Report, 'retest' | 'former'>> {
  const [retest, former] = await Promise.all([
    services.damages.within('check', id, () => services.retests.of({ id, retestOf })),
    formerId === undefined ? null : shownFormer(caller, id, formerId, services),
  ]);
  return { retest, former };
}

/**
 * The former check, while it can be read: one of another recipient only for who sees lists, or has named it when they started this one.
 * Its id is the permission to read it.
 */
async function shownFormer(
  caller: Caller,
  id: string,
  formerId: string,
  { store }: Services,
): Promise<string | null> {
  const share = await store.readShare(formerId);
  const isEnded = share !== null && endOf(share, Date.now()) !== null;
  const former = isEnded ? null : await store.askedOf(share?.checkId ?? formerId);
  if (former === null) return null;
  if (may(caller, 'list')) return formerId;
  const own = await store.askedOf(id);
  const isTheirs = caller.who !== null && own?.startedBy === caller.who;
  return isTheirs || own?.mailbox === former.mailbox ? formerId : null;
}

/** The same. Throws `check-not-found`, `check-damaged`, `link-ended`. */
export const getReport = verb('read', async (caller, link: CheckLink, services): Promise<Report> => {
  const report = await findReport(caller, link, services);
  if (report === null) throw noSuchCheck();
  return report;
});

export function noSuchCheck(): AppProblem {
  return new AppProblem('check-not-found', { say: 'There is no check with this id.' });
}

/** The check that a link leads to, as far as it shows it. */
async function findShared(id: string, services: Services): Promise<Report | null> {
  const share = await shareOf(id, services);
  if (!share?.checkId) return null;
  const { checkId } = share;
  const found = await services.damages.within('check', checkId, () => find(checkId, services));
  return found && sharedReport(found.report, share);
}

/** The check that a link leads to, and whether everything of it may be seen. Throws `link-ended`. */
export async function leadsTo(id: string, services: Services): Promise<{ id: string; isWhole: boolean }> {
  const share = await shareOf(id, services);
  return share?.checkId ? { id: share.checkId, isWhole: !share.hidesLocalParts } : { id, isWhole: true };
}

async function find(id: string, { runner, store, frozen, settings }: Services): Promise<FoundReport | null> {
  if (!isCheckId(id)) return null;
  const underWay = await runner.find(id);
  if (underWay !== null) return underWay;
  const known = frozen.get(id);
  if (known !== undefined) return known;
  const stored = await store.read(id);
  if (stored === null) return null;
  const { retestOf, noticeId, formerId } = stored;
  const found = { report: storedReport(stored, settings.severities), retestOf, noticeId, formerId };
  if (stored.ending !== null) frozen.keep(id, found);
  return found;
}
