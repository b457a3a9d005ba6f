import { setTimeout as pause } from 'node:timers/promises';
import { checkText, mailText, SEARCH_VERSION, type SearchEntry } from '@/lib/search/entry';
import type { Severities } from '@/lib/findings/severities';
import { outlineOf } from '@/lib/report/outline';
import type { StoredMail } from '@/lib/store/mail-store';
import type { CheckStore } from '@/lib/store/store';
import { log } from '../config/log';
import { type Duty, OWN_DUTY } from './duty';
import { readingOf } from './kept-reading';
import { storedReport } from './stored-report';

interface SearchIndexConfig {
  store: Pick<CheckStore, 'notEntered' | 'enter' | 'read' | 'keepOutline'>;
  /** Read by the rules of today; null when there is none. */
  readMail: (id: string) => Promise<StoredMail | null>;
  severities: Severities;
  /** Between two that are entered: everybody else has their turn. */
  pauseMs?: number;
  duty?: Duty;
}

/** Enters checks that have ended, and mails, where they can be found, and keeps what lists know of a check. */
export interface SearchIndex {
  /** There is something new to enter, or there may be. */
  look(): void;
  /** Ends after what is being entered. */
  close(): Promise<void>;
}

const BATCH = 50;
const PAUSE_MS = 20;

/** One after the other, oldest first. What cannot be read is passed over, so that it holds up nothing. */
export function createSearchIndex({
  store,
  readMail,
  severities,
  pauseMs = PAUSE_MS,
  duty = OWN_DUTY,
}: SearchIndexConfig): SearchIndex {
  let isClosed = false;
  /** The look at work, and the one after it, which sees what came meanwhile. */
  let work = Promise.resolve();
  let looks = 0;

  const entryOf = {
    async check(id: string): Promise<SearchEntry | null> {
      const stored = await store.read(id);
      if (stored === null) return null;
      const { createdAt: at, target } = stored;
      const report = storedReport(stored, severities);
      if (stored.ending !== null) await store.keepOutline(id, outlineOf(report));
      const text = checkText(report);
      return { kind: 'check', objectId: id, at, domain: target.domain, text };
    },
    async mail(id: string): Promise<SearchEntry | null> {
      const stored = await readMail(id);
      if (stored === null || stored.reading === null) return null;
      return {
        kind: 'mail',
        objectId: id,
        at: stored.createdAt,
        domain: '',
        text: mailText(readingOf(stored)),
      };
    },
  };

  const enterAll = async (kind: keyof typeof entryOf): Promise<void> => {
    for (;;) {
      const ids = isClosed ? [] : await store.notEntered(kind, SEARCH_VERSION, BATCH);
      if (ids.length === 0) return;
      for (const id of ids) {
        if (isClosed) return;
        const entry = await entryOf[kind](id).catch((error: unknown) => {
          log.warn({ err: error, [kind]: id.slice(0, 6) }, 'it cannot be read, and so not be found');
          return null;
        });
        await store.enter(kind, id, entry, SEARCH_VERSION);
        await pause(pauseMs);
      }
    }
  };

  const enterBoth = async (): Promise<void> => {
    await enterAll('check');
    await enterAll('mail');
  };

  return {
    look() {
      if (!duty.isOurs()) return duty.pass('search');
      if (isClosed || looks === 2) return;
      looks++;
      work = work
        .then(enterBoth)
        // The next look tries again.
        .catch((error: unknown) => log.warn({ err: error }, 'nothing could be entered where it is found'))
        .finally(() => looks--);
    },
    async close() {
      isClosed = true;
      await work;
    },
  };
}
