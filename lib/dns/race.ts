import { isUseful } from './compare';
import { ask, type ServerReading, type DnsWorld, type Question, type Server } from './ask';
import type { DomainName } from './name';
import type { StepPurpose } from './trace';

/** After so long without an answer the next server is asked too; above most round trips, below a person's notice. */
const HEDGE_MS = 150;

/** Where the servers of a zone come from: those with known addresses at once, the others when these did not help. */
export interface ServerSource {
  known: readonly Server[];
  /** Finds addresses of servers that have none yet; empty when there are none left to find. Called at most once. */
  more(): Promise<Server[]>;
  /** How many are asked at once to begin with. */
  atOnce: number;
  /** Told who answered first, and who was still silent by then or after the hedge. */
  regard(server: Server, as: 'fast' | 'slow'): void;
}

export interface RaceResult {
  /** The first usable answer, or else the best of those that should not be used; null when there is neither. */
  best: ServerReading | null;
  usable: boolean;
  /** Everyone that was heard or waited for before the race was over. */
  tried: ServerReading[];
}

/**
 * Asks the servers of one zone: the first ones at once, the next after `HEDGE_MS` or as soon as one fails. Ends with the
 * first usable answer; questions still under way are finished and recorded, but nobody waits for them here.
 */
export async function race(
  world: DnsWorld,
  source: ServerSource,
  about: { zone: DomainName; depth: number; question: Question; for: StepPurpose; after: number | null },
): Promise<RaceResult> {
  const queue = [...source.known];
  const tried: ServerReading[] = [];
  const running = new Map<Promise<ServerReading | null>, Server>();
  let asksForMore = true;
  for (;;) {
    if (queue.length === 0 && running.size === 0 && asksForMore) {
      asksForMore = false;
      queue.push(...(await source.more()));
    }
    do {
      const server = queue.shift();
      if (server === undefined) break;
      const run = ask(world, { ...about, server });
      running.set(run, server);
      run.catch(() => undefined); // a cancelled check is seen by whoever still waits
    } while (running.size < source.atOnce);
    if (running.size === 0) return { best: tried.find(isSecondBest) ?? null, usable: false, tried };
    const first = await nextOf(world, [...running.keys()], queue.length > 0);
    if (first === 'hedge') {
      for (const server of running.values()) source.regard(server, 'slow');
      continue;
    }
    running.delete(first.run);
    if (first.asked === null)
      queue.length = 0; // the budget is used up
    else {
      tried.push(first.asked);
      if (!isUseful(first.asked.result)) continue;
      source.regard(first.asked.server, 'fast');
      for (const server of running.values()) source.regard(server, 'slow');
      return { best: first.asked, usable: true, tried };
    }
  }
}

async function nextOf(
  world: DnsWorld,
  running: readonly Promise<ServerReading | null>[],
  hedge: boolean,
): Promise<'hedge' | { run: Promise<ServerReading | null>; asked: ServerReading | null }> {
  const settled = running.map((run) => run.then((asked) => ({ run, asked })));
  if (!hedge) return Promise.race(settled);
  const pause = new AbortController();
  try {
    const timer = world.pause(HEDGE_MS, pause.signal).then(
      () => 'hedge' as const,
      () => 'hedge' as const,
    );
    return await Promise.race([...settled, timer]);
  } finally {
    pause.abort();
  }
}

/**
 * A direct answer without the AA bit is what most resolvers would still use when nobody gives a better one, as is a denial of
 * the type with the SOA record of its zone. That the name does not exist, only a server with authority can say.
 */
function isSecondBest({ result }: ServerReading): boolean {
  const isDirect = result.outcome === 'answer' || result.outcome === 'nodata';
  return result.rejected === 'not-authoritative' && isDirect;
}
