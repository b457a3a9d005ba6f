import { setTimeout as pause } from 'node:timers/promises';
import type { Severities } from '@/lib/findings/severities';
import type { StoredEvent } from '@/lib/report/stored-evidence';
import type { Claims } from '@/lib/store/postgresql/claims';
import type { CheckStore } from '@/lib/store/store';
import { log } from '../../config/log';
import type { Feed } from '../feed';
import { storedEvents } from '../stored-report';

/** How often whoever follows looks, also when nobody has told anything. */
const LOOK_MS = 3_000;

/** A feed of all processes on one database: what happened are rows, and that there are more is told. */
export interface SharedFeed extends Feed {
  /** There are more events of a check, or it has ended; null: of any, something may have been missed. */
  look(checkId: string | null): void;
}

interface SharedFeedConfig {
  store: Pick<CheckStore, 'eventsAfter' | 'read'>;
  claims: Pick<Claims, 'find'>;
  severities: Severities;
}

export function createSharedFeed({ store, claims, severities }: SharedFeedConfig): SharedFeed {
  /** Whoever follows, with the check. */
  const followers = new Map<() => void, string>();

  async function* follow(id: string, after: number): AsyncGenerator<StoredEvent> {
    let seen = Math.max(0, after);
    let isTold = true;
    const wasTold = (): boolean => isTold;
    let tell = (): void => undefined;
    const look = (): void => {
      isTold = true;
      tell();
    };
    followers.set(look, id);
    try {
      for (;;) {
        isTold = false;
        const looked = await rowsOf(id, seen);
        for (const event of looked.events) {
          yield event;
          seen = event.seq;
        }
        if (looked.hasEnded) return;
        const told = new AbortController();
        tell = () => told.abort();
        if (!wasTold()) await pause(LOOK_MS, undefined, { signal: told.signal }).catch(() => undefined);
      }
    } finally {
      followers.delete(look);
    }
  }

  /** What there is after a number; while the database is away, nothing new. */
  const rowsOf = async (id: string, seen: number): Promise<{ events: StoredEvent[]; hasEnded: boolean }> => {
    try {
      const isUnderWay = (await claims.find(id)) !== null;
      if (isUnderWay) return { events: await store.eventsAfter(id, seen), hasEnded: false };
      return { events: await restOf(id, seen), hasEnded: true };
    } catch (error) {
      log.warn({ err: error }, 'the events of a check could not be read');
      return { events: [], hasEnded: false };
    }
  };

  /** Of a check that has ended. Whoever has seen more than there is, since it was run again, is told the end all the same. */
  const restOf = async (id: string, seen: number): Promise<StoredEvent[]> => {
    const check = await store.read(id);
    const all = check === null ? [] : storedEvents(check, severities);
    const rest = all.filter(({ seq }) => seq > seen);
    const done = all.at(-1);
    return rest.length > 0 || done === undefined || done.seq === seen ? rest : [{ ...done, seq: seen + 1 }];
  };

  return {
    look(checkId) {
      for (const [tell, of] of followers) if (checkId === null || of === checkId) tell();
    },
    follow: async (id, after) => ((await claims.find(id)) === null ? null : follow(id, after)),
  };
}
