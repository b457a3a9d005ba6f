import type { Report } from '@/lib/report/report';
import type { Session } from '@/lib/smtp/session';
import { type Turn, turnsOf } from '@/lib/smtp/turns';
import { cutLine, type Limit, octetsOf } from './cut';
import { timedEnd, timedHead, timedLine } from './timed-session';

/** Lines of the reply that decides; the last one of a longer reply is among them. */
const DECIDING_LINES = 6;

/** Lines of any other reply that are shown. Of a longer one the first is: what follows are abilities of the server. */
const OTHER_LINES = 2;

const DECIDING_OCTETS = 320;
const OTHER_OCTETS = 120;
const FRAME_OCTETS = 200;

/**
 * A session within a limit: the reply that decided with the command before it, how it began and ended, and of the rest what has
 * room from its beginning. What is left out is said where it stood.
 */
export function sessionExcerpt(
  report: Pick<Report, 'startedAt' | 'verdict'>,
  session: Session,
  most: Limit,
): string[] {
  const turns = turnsOf(session.transcript);
  const deciding = decidingTurn(report, session, turns);
  const parts = turns.map((turn, n) => turnLines(report, session, turn, n === deciding));
  const [head = '', end] = [timedHead(report, session), ...timedEnd(report, session)].map((line) =>
    cutLine(line, FRAME_OCTETS),
  );
  const needed = new Set([deciding, deciding - 1].filter((n) => n >= 0));
  const room = {
    lines: most.lines - (end === undefined ? 1 : 2) - GAP_LINES,
    octets: most.octets - octetsOf(head) - octetsOf(end ?? '') - GAP_OCTETS,
  };
  const kept = keptWithin(parts, needed, room);
  const shown = parts.flatMap((lines, n) => {
    if (kept.has(n)) return lines;
    const isFirstLeftOut = n === 0 || kept.has(n - 1);
    return isFirstLeftOut ? [leftOut(turns.slice(n, nextKept(kept, n, turns.length)))] : [];
  });
  return [head, ...shown, ...(end === undefined ? [] : [end])];
}

/** What is left out is said at two places at most: before the reply that decided, and after it. */
const GAP_LINES = 2;
const GAP_OCTETS = 180;

/** The turn with the line that the verdict rests on; else the last thing that the other side said, or that happened. */
function decidingTurn({ verdict }: Pick<Report, 'verdict'>, { n }: Session, turns: readonly Turn[]): number {
  const line = verdict?.evidence.find((one) => one.at === 'session' && one.n === n);
  const seq = line?.at === 'session' ? line.line : null;
  const named = turns.findIndex(({ lines }) => lines.some((one) => one.seq === seq));
  return named >= 0 ? named : turns.length - 1;
}

function turnLines(
  report: Pick<Report, 'startedAt'>,
  session: Session,
  { lines }: Turn,
  isDeciding: boolean,
): string[] {
  const written = lines.map((line, n) =>
    cutLine(timedLine(report, session, line), isDeciding && n === 0 ? DECIDING_OCTETS : OTHER_OCTETS),
  );
  const most = isDeciding ? DECIDING_LINES : OTHER_LINES;
  if (written.length <= most) return written;
  if (!isDeciding) return [`${written[0] ?? ''} … ${written.length - 1} more lines`];
  const left = written.length - most + 1;
  return [...written.slice(0, most - 2), `             … ${left} more lines`, ...written.slice(-1)];
}

function keptWithin(parts: readonly string[][], needed: ReadonlySet<number>, most: Limit): Set<number> {
  const kept = new Set<number>();
  let { lines, octets } = most;
  const keep = (n: number): boolean => {
    const part = parts[n] ?? [];
    const size = part.reduce((sum, line) => sum + octetsOf(line) + 1, 0);
    if (part.length > lines || size > octets) return false;
    lines -= part.length;
    octets -= size;
    kept.add(n);
    return true;
  };
  for (const n of needed) keep(n);
  // In a row, so that few places are left out.
  for (let n = 0; n < parts.length; n++) if (!kept.has(n) && !keep(n)) break;
  const last = Math.max(-1, ...needed);
  for (let n = last + 1; n < parts.length; n++) if (!kept.has(n) && !keep(n)) break;
  return kept;
}

function nextKept(kept: ReadonlySet<number>, from: number, end: number): number {
  for (let n = from; n < end; n++) if (kept.has(n)) return n;
  return end;
}

function leftOut(turns: readonly Turn[]): string {
  const count = turns.reduce((sum, { lines }) => sum + lines.length, 0);
  return `             … ${count} ${count === 1 ? 'line' : 'lines'} left out: ?full=1 has them`;
}
