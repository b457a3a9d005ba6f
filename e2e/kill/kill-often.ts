import { setTimeout as pause } from 'node:timers/promises';
import { type KeptReport, startTarget, type Target } from './target';

/** Checks that are started before each kill. */
const CHECKS = 20;
/** A kill comes so much later at the most than the moment when so many of them have ended as chance says. */
const LATER_MS = 500;
/** Some servers stay silent: a kill comes so long after the first end, whatever else has ended. */
const WITHIN_MS = 6_000;
/** A busy machine takes long for the first of twenty. */
const FIRST_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 100;

/** What happened to the checks of all rounds. */
export interface Losses {
  times: number;
  /** Checks that mxproof had said yes to. */
  started: number;
  /** Seen as finished before the kill. */
  finished: number;
  /** Finished, and gone or altered afterwards: sentences. */
  lost: string[];
  /** Interrupted by the kill, and not to be read afterwards: sentences. */
  unreadable: string[];
  /** Sealed as interrupted at the next start. */
  interrupted: number;
  /** Sessions that interrupted checks still show. */
  sessionsKept: number;
}

interface Round {
  ids: string[];
  finished: Map<string, KeptReport>;
}

/**
 * Kills mxproof so many times at a random moment of 20 checks, each time on the same database, and looks after the next start
 * at what is left: of the round before, and in the end of all.
 */
export async function killOften(
  env: Readonly<Record<string, string>>,
  targets: readonly string[],
  times: number,
  random: () => number,
  tell: (losses: Losses, times: number) => void = () => undefined,
): Promise<Losses> {
  const losses: Losses = {
    times,
    started: 0,
    finished: 0,
    lost: [],
    unreadable: [],
    interrupted: 0,
    sessionsKept: 0,
  };
  const all = new Map<string, KeptReport>();
  let last: Round = { ids: [], finished: new Map() };
  for (let n = 0; n < times; n++) {
    const target = await startTarget(env);
    try {
      await lookAt(target, last, losses, all);
      last = await runRound(target, targets, n, random);
    } finally {
      await target.kill();
    }
    losses.started += last.ids.length;
    losses.finished += last.finished.size;
    tell(losses, n + 1);
  }
  const target = await startTarget(env);
  try {
    await lookAt(target, last, losses, all);
    for (const [id, report] of all) await compare(target, id, report, losses.lost);
  } finally {
    await target.kill();
  }
  return losses;
}

/**
 * Starts checks, and looks at them until the moment of the kill has come: with none ended it falls into their start, with most of them
 * into their sealing, on a machine of any speed.
 */
async function runRound(
  target: Target,
  targets: readonly string[],
  n: number,
  random: () => number,
): Promise<Round> {
  const round: Round = { ids: [], finished: new Map() };
  const enough = Math.floor(random() * CHECKS);
  let until = Date.now() + FIRST_WITHIN_MS;
  const comeNear = (): void => {
    if (round.finished.size >= enough) until = Math.min(until, Date.now() + random() * LATER_MS);
  };
  comeNear();
  const starts = Array.from({ length: CHECKS }, (_, check) =>
    target.start(targets[(n * CHECKS + check) % targets.length] ?? '').then(
      (id) => void round.ids.push(id),
      () => undefined,
    ),
  );
  while (Date.now() < until) {
    for (const id of round.ids) {
      if (Date.now() >= until || round.finished.has(id)) continue;
      const report = await target.read(id);
      if (report.finishedAt === null) continue;
      round.finished.set(id, report);
      until = Math.min(until, Date.now() + WITHIN_MS);
      comeNear();
    }
    await pause(Math.min(LOOK_EVERY_MS, Math.max(0, until - Date.now())));
  }
  await target.kill();
  await Promise.all(starts);
  return round;
}

async function lookAt(
  target: Target,
  { ids, finished }: Round,
  losses: Losses,
  all: Map<string, KeptReport>,
): Promise<void> {
  for (const id of ids) {
    const before = finished.get(id);
    if (before !== undefined) {
      await compare(target, id, before, losses.lost);
      all.set(id, before);
      continue;
    }
    try {
      const report = await target.read(id);
      if (report.status === 'interrupted') {
        losses.interrupted++;
        losses.sessionsKept += report.sessions.length;
      }
      // What waited in the queue goes on, and may run by now.
      if (report.finishedAt !== null) all.set(id, report);
    } catch (error) {
      losses.unreadable.push(error instanceof Error ? error.message : String(error));
    }
  }
}

async function compare(target: Target, id: string, before: KeptReport, lost: string[]): Promise<void> {
  try {
    const now = await target.read(id);
    const other = fieldsThatDiffer(before, now);
    if (other.length > 0) lost.push(`${id} (${before.status}): other ${other.join(', ')}`);
  } catch (error) {
    lost.push(error instanceof Error ? error.message : String(error));
  }
}

/** How a check is repeated goes on after its end, and is no part of it. */
const GOES_ON = 'retest';

function fieldsThatDiffer(before: KeptReport, now: KeptReport): string[] {
  const values = (report: KeptReport) =>
    new Map(Object.entries(report).map(([name, value]) => [name, JSON.stringify(value)]));
  const [old, late] = [values(before), values(now)];
  return [...new Set([...old.keys(), ...late.keys()])].filter(
    (name) => name !== GOES_ON && old.get(name) !== late.get(name),
  );
}
