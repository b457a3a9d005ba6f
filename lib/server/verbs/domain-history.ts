import type { CheckSummary } from '@/lib/report/summary';
import type { MailSummary } from '@/lib/complaint/mail-summary';
import { type Place, readCursor, writeCursor } from '@/lib/store/cursor';
import type { ToldAlert } from '@/lib/watch/watch';
import { may } from './caller';
import { verb } from './verb';

/** A line of a domain's history: a check made here, a notice or complaint that was handed over, a change that a watch has told. */
type HistoryEntry = { at: string; id: string } & (
  | {
      what: 'check';
      check: CheckSummary;
      /** With which it is compared first. */
      former: string | null;
    }
  | { what: 'mail'; mail: MailSummary }
  | { what: 'alert'; alert: ToldAlert }
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
export const domainHistory = verb(
  'list',
  async (caller, { domain, cursor, limit }: HistoryQuery, { store }): Promise<HistoryPage> => {
    const before = cursor === undefined ? null : readCursor(cursor);
    const [{ items }, mails, alerts] = await Promise.all([
      store.list({
        domain,
        withoutRoutine: true,
        limit: limit + 1,
        ...(cursor === undefined ? {} : { cursor }),
      }),
      store.mailsOf({ domain, before, limit: limit + 1 }),
      store.alertsOf({ domain, before, limit: limit + 1 }),
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

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function placeOf({ at, id }: HistoryEntry): Place {
  return { createdAt: new Date(at), id };
}
