import { z } from 'zod';
import { AppProblem } from '@/lib/problem';
import { historyChanges, type OutlineChange } from '@/lib/compare/outline-changes';
import type { HistoryChoice } from '@/lib/report/history-choice';
import type { HistoryKind } from '@/lib/report/history-kind';
import type { CheckSummary } from '@/lib/report/summary';
import type { MailSummary } from '@/lib/complaint/mail-summary';
import { type Place, readCursor, writeCursor } from '@/lib/store/cursor';
import type { StoredNote } from '@/lib/store/note-store';
import type { ToldAlert } from '@/lib/watch/watch';
import { parseTarget } from '@/lib/target/target';
import type { Services } from '../engine/services';
import { type Caller, may } from './caller';
import { query, verb } from './verb';

/** A line of a domain's history: a check made here, a notice or complaint that was handed over, a change that a watch has told, a note. */
type HistoryLine = { at: string; id: string } & (
  | { what: 'check'; check: CheckSummary }
  | { what: 'mail'; mail: MailSummary }
  | { what: 'alert'; alert: ToldAlert }
  | { what: 'note'; note: StoredNote }
);

/** The same, a check with the one with which it is compared first, and what is otherwise than before. */
type HistoryEntry =
  | (Extract<HistoryLine, { what: 'check' }> & {
      former: string | null;
      changes: OutlineChange[];
    })
  | Exclude<HistoryLine, { what: 'check' }>;

export interface HistoryPage {
  /** Newest first. */
  entries: HistoryEntry[];
  /** Cursor of the page after it; null on the last one. */
  next: string | null;
  /** Checks behind those of the page, newest first: what its oldest ones are compared with. */
  behind: CheckSummary[];
}

/** One would do, were not each recipient compared with itself. */
const CHECKS_BEHIND = 10;

interface HistoryQuery extends HistoryChoice {
  /** In A-labels. */
  domain: string;
  cursor?: string | undefined;
  limit: number;
}

/** What happened around one domain on one time line; checks of watches that saw nothing new are left out. */
export const domainHistory = query(
  'list',
  async (caller, asked: HistoryQuery, services): Promise<HistoryPage> => {
    const { lines, next } = await linesOf(caller, asked, services);
    const checks = lines.flatMap((line) => (line.what === 'check' ? [line.check] : []));
    const formerIn = formerFinder(asked, next);
    const behind = next === null ? [] : await checksBehind(asked, checks, services);
    const listed = [...checks, ...behind];
    const outlines = await services.store.outlinesOf(listed.map(({ id }) => id));
    const changes = historyChanges(
      listed.map((check) => ({ asked: askedOf(check), outline: outlines.get(check.id) ?? null })),
    );
    const entries = lines.map(async (line): Promise<HistoryEntry> => {
      if (line.what !== 'check') return line;
      const { check } = line;
      return {
        ...line,
        former: await formerIn(check, checks, services),
        changes: changes[checks.indexOf(check)] ?? [],
      };
    });
    return { entries: await Promise.all(entries), next, behind };
  },
);

async function checksBehind(
  asked: HistoryQuery,
  checks: readonly CheckSummary[],
  { store }: Pick<Services, 'store'>,
): Promise<CheckSummary[]> {
  const last = checks.at(-1);
  if (last === undefined) return [];
  const cursor = writeCursor({ createdAt: new Date(last.createdAt), id: last.id });
  const { items } = await store.list({ ...checksWanted(asked), cursor, limit: CHECKS_BEHIND });
  return items;
}

/** Those of watches that saw nothing new are left out. */
function checksWanted({ domain, of, outcome }: HistoryQuery) {
  return {
    domain,
    withoutRoutine: true,
    ...(of !== undefined && { mailbox: of }),
    ...(outcome !== undefined && { outcome }),
  };
}

/** Whom a check asks for, and how deep. */
function askedOf({ target, depth }: CheckSummary): string {
  return `${depth} ${target.mailbox ?? target.domain}`;
}

/** A page of them. */
async function linesOf(
  caller: Caller,
  asked: HistoryQuery,
  { store }: Pick<Services, 'store'>,
): Promise<{ lines: HistoryLine[]; next: string | null }> {
  const { domain, of, outcome, cursor, limit } = asked;
  const before = cursor === undefined ? null : readCursor(cursor);
  // What is said of checks alone chooses checks alone.
  const only = of === undefined && outcome === undefined ? asked.only : 'check';
  const wanted = { domain, before, limit: limit + 1 };
  const isWanted = (kind: HistoryKind) => only === undefined || only === kind;
  const [items, mails, alerts, notes] = await Promise.all([
    isWanted('check')
      ? store
          .list({ ...checksWanted(asked), limit: limit + 1, ...(cursor !== undefined && { cursor }) })
          .then((page) => page.items)
      : [],
    isWanted('mail') ? store.mailsOf(wanted) : [],
    isWanted('alert') ? store.alertsOf(wanted) : [],
    isWanted('note') ? store.notesOf(wanted) : [],
  ]);
  const lines: HistoryLine[] = [
    ...items.map((check) => ({ what: 'check' as const, at: check.createdAt, id: check.id, check })),
    ...mails.map((mail) => ({ what: 'mail' as const, at: mail.at, id: mail.id, mail })),
    ...alerts
      .map((told) => (may(caller, 'watch') ? told : { ...told, deliveries: [] }))
      .map((alert) => ({ what: 'alert' as const, at: alert.at.toISOString(), id: alert.id, alert })),
    ...notes.map((note) => ({
      what: 'note' as const,
      at: note.createdAt.toISOString(),
      id: note.id,
      note,
    })),
  ];
  lines.sort((a, b) => (a.at === b.at ? order(b.id, a.id) : order(b.at, a.at)));
  const last = lines.slice(0, limit).at(-1);
  return {
    lines: lines.slice(0, limit),
    next: lines.length > limit && last !== undefined ? writeCursor(placeOf(last)) : null,
  };
}

/** On a page of some outcomes, others are missing. */
function formerFinder({ outcome }: HistoryQuery, next: string | null) {
  if (outcome !== undefined) return formerInStore;
  return next === null ? formerOnLastPage : formerOf;
}

async function formerInStore(
  { id, verdict }: CheckSummary,
  _: readonly CheckSummary[],
  { store }: Pick<Services, 'store'>,
): Promise<string | null> {
  return verdict === null ? null : store.formerOf(id);
}

/** The check with which one is compared first (`CheckStore.formerOf`): of those on its page, newest first, and only else looked for. */
async function formerOf(
  check: CheckSummary,
  checks: readonly CheckSummary[],
  { store }: Pick<Services, 'store'>,
): Promise<string | null> {
  if (check.verdict === null) return null;
  const former = olderOfTarget(check, checks).find(({ depth }) => depth === check.depth);
  return former?.id ?? store.formerOf(check.id);
}

/** The same on a page behind which there are no checks: nothing needs to be looked for. */
function formerOnLastPage(check: CheckSummary, checks: readonly CheckSummary[]): string | null {
  if (check.verdict === null) return null;
  const older = olderOfTarget(check, checks);
  return (older.find(({ depth }) => depth === check.depth) ?? older[0])?.id ?? null;
}

/** With a verdict, newest first. */
function olderOfTarget(check: CheckSummary, checks: readonly CheckSummary[]): CheckSummary[] {
  return checks
    .slice(checks.indexOf(check) + 1)
    .filter(({ target, verdict }) => target.mailbox === check.target.mailbox && verdict !== null);
}

/** Lines of a history that are given at once. */
const MOST_LINES = 10_000;
const LINES_AT_ONCE = 100;

export const DomainLink = z.object({ name: z.string() });

/** The newest `MOST_LINES` of them. Throws `request-invalid` for what is no domain. */
export const wholeHistory = verb(
  'list',
  async (caller, { name }: z.infer<typeof DomainLink>, services): Promise<HistoryLine[]> => {
    const target = parseTarget(name);
    if (!target.ok) throw new AppProblem('request-invalid', { say: 'This is no domain.' });
    const lines: HistoryLine[] = [];
    const { domain } = target.value;
    let cursor: string | undefined;
    do {
      const page = await linesOf(caller, { domain, cursor, limit: LINES_AT_ONCE }, services);
      lines.push(...page.lines);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined && lines.length < MOST_LINES);
    return lines.slice(0, MOST_LINES);
  },
);

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function placeOf({ at, id }: HistoryLine): Place {
  return { createdAt: new Date(at), id };
}
