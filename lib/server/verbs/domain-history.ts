import { z } from 'zod';
import { AppProblem } from '@/lib/problem';
import type { CheckSummary } from '@/lib/report/summary';
import type { MailSummary } from '@/lib/complaint/mail-summary';
import { type Place, readCursor, writeCursor } from '@/lib/store/cursor';
import type { StoredNote } from '@/lib/store/note-store';
import type { ToldAlert } from '@/lib/watch/watch';
import { parseTarget } from '@/lib/target/target';
import { may } from './caller';
import { query, verb } from './verb';

/** A line of a domain's history: a check made here, a notice or complaint that was handed over, a change that a watch has told, a note. */
type HistoryEntry = { at: string; id: string } & (
  | {
      what: 'check';
      check: CheckSummary;
      /** With which it is compared first. */
      former: string | null;
    }
  | { what: 'mail'; mail: MailSummary }
  | { what: 'alert'; alert: ToldAlert }
  | { what: 'note'; note: StoredNote }
);

export interface HistoryPage {
  /** Newest first. */
  entries: HistoryEntry[];
  /** Cursor of the page after it; null on the last one. */
  next: string | null;
}

interface HistoryQuery {
  /** In A-labels. */
  domain: string;
  cursor?: string | undefined;
  limit: number;
}

/** What happened around one domain on one time line; checks of watches that saw nothing new are left out. */
export const domainHistory = query(
  'list',
  async (caller, { domain, cursor, limit }: HistoryQuery, { store }): Promise<HistoryPage> => {
    const before = cursor === undefined ? null : readCursor(cursor);
    const [{ items }, mails, alerts, notes] = await Promise.all([
      store.list({
        domain,
        withoutRoutine: true,
        limit: limit + 1,
        ...(cursor === undefined ? {} : { cursor }),
      }),
      store.mailsOf({ domain, before, limit: limit + 1 }),
      store.alertsOf({ domain, before, limit: limit + 1 }),
      store.notesOf({ domain, before, limit: limit + 1 }),
    ]);
    const entries: HistoryEntry[] = [
      ...items.map((check) => ({
        what: 'check' as const,
        at: check.createdAt,
        id: check.id,
        check,
        former: null,
      })),
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
    entries.sort((a, b) => (a.at === b.at ? order(b.id, a.id) : order(b.at, a.at)));
    const shown = await Promise.all(
      entries
        .slice(0, limit)
        .map(async (entry) =>
          entry.what === 'check' && entry.check.verdict !== null
            ? { ...entry, former: await store.formerOf(entry.id) }
            : entry,
        ),
    );
    const last = shown.at(-1);
    return {
      entries: shown,
      next: entries.length > limit && last !== undefined ? writeCursor(placeOf(last)) : null,
    };
  },
);

/** Lines of a history that are given at once. */
const MOST_LINES = 10_000;
const LINES_AT_ONCE = 100;

export const DomainLink = z.object({ name: z.string() });

/** The newest `MOST_LINES` of them. Throws `request-invalid` for what is no domain. */
export const wholeHistory = verb(
  'list',
  async (caller, { name }: z.infer<typeof DomainLink>, services): Promise<HistoryEntry[]> => {
    const target = parseTarget(name);
    if (!target.ok) throw new AppProblem('request-invalid', { say: 'This is no domain.' });
    const entries: HistoryEntry[] = [];
    const { domain } = target.value;
    let cursor: string | undefined;
    do {
      const page = await domainHistory(caller, { domain, cursor, limit: LINES_AT_ONCE }, services);
      entries.push(...page.entries);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined && entries.length < MOST_LINES);
    return entries.slice(0, MOST_LINES);
  },
);

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function placeOf({ at, id }: HistoryEntry): Place {
  return { createdAt: new Date(at), id };
}
