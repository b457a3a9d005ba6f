import { writeCursor } from '@/lib/store/cursor';
import type { CheckStore } from '@/lib/store/store';
import type { CheckSummary } from '@/lib/report/summary';
import { shareFor } from '../seed/chance';
import { SPREAD_DAYS } from '../seed/moments';
import type { PageOfKind } from './steady-reading';

/** Checks around which pages are asked for, spread over all of time. */
const CHECKS = 50;

const DAY_MS = 86_400_000;

/** Makes the path of a page around a check and the one before it of its domain, where there is one; `n` counts them. */
type PathOf = (check: CheckSummary, former: CheckSummary | undefined, n: number) => string;

const WORDS = [
  (check: CheckSummary) => check.target.domain,
  (check: CheckSummary) => `mx1.${check.target.domain}`,
  (check: CheckSummary) => check.target.mailbox ?? check.target.domain,
  (check: CheckSummary) => `${check.target.domain} 550`,
  () => '"User unknown"',
  () => 'blocklist 5.7.1',
];

const FILTERS = [
  () => '',
  (check: CheckSummary) => `cursor=${cursorOf(check)}`,
  ({ target }: CheckSummary) => `domain=${target.domain}`,
  (check: CheckSummary) => `outcome=${check.verdict?.outcome ?? ''}&cursor=${cursorOf(check)}`,
];

const PATHS: Readonly<Record<string, PathOf>> = {
  home: () => '/',
  domain: (check, _, n) => `/domain/${check.target.domain}${n % 4 === 0 ? `?cursor=${cursorOf(check)}` : ''}`,
  checks: (check, _, n) => `/checks?${FILTERS[n % FILTERS.length]?.(check) ?? ''}`,
  search: (check, _, n) => `/search?${new URLSearchParams({ q: WORDS[n % WORDS.length]?.(check) ?? '' })}`,
  compare: (check, former) => `/compare?a=${former?.id ?? check.id}&b=${check.id}`,
  'a check': ({ id }) => `/check/${id}`,
};

export const KINDS = Object.keys(PATHS);

/**
 * So many pages in the order in which they are asked for, each kind in its turn: around checks of all of time, some of them asked for
 * more often than others.
 */
export async function pagesToRead(store: CheckStore, count: number): Promise<PageOfKind[]> {
  const around = await checksOfAllTime(store);
  return Array.from({ length: count }, (_, n) => {
    const turn = Math.floor(n / KINDS.length);
    const kind = KINDS[n % KINDS.length] ?? '';
    const one = around[Math.floor(around.length * shareFor(`page ${n}`) ** 2)];
    if (one === undefined) throw new Error('There is no check to show.');
    return { kind, path: PATHS[kind]?.(one.check, one.former, turn) ?? '/' };
  });
}

async function checksOfAllTime(store: CheckStore) {
  const [newest] = (await store.list({ limit: 1 })).items;
  if (newest === undefined) return [];
  const around: { check: CheckSummary; former: CheckSummary | undefined }[] = [];
  for (let n = 0; n < CHECKS; n++) {
    const at = Date.parse(newest.createdAt) - SPREAD_DAYS * DAY_MS * shareFor(`check to show ${n}`);
    const [check = newest] = (await store.list({ cursor: cursorAt(at, 'z'), limit: 1 })).items;
    const before = cursorAt(Date.parse(check.createdAt), check.id);
    const [former] = (await store.list({ domain: check.target.domain, cursor: before, limit: 1 })).items;
    around.push({ check, former });
  }
  return around;
}

function cursorOf({ createdAt, id }: CheckSummary): string {
  return cursorAt(Date.parse(createdAt), id);
}

function cursorAt(ms: number, id: string): string {
  return writeCursor({ createdAt: new Date(ms), id });
}
