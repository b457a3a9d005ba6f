import type { CheckSummary } from '@/lib/report/summary';

/** A line of a list, and those that follow it and say the same. */
export interface Run<Line> {
  line: Line;
  alike: Line[];
}

/** From so many checks on, those after the newest are folded. */
const FOLDED_FROM = 3;

/** Checks of one target that came to the same, one after the other, as one run; every other line by itself. */
export function alikeRuns<Line extends { what: string }>(
  lines: readonly Line[],
  checkOf: (line: Line) => CheckSummary | null,
  hasChanged: (line: Line) => boolean = () => false,
): Run<Line>[] {
  const runs: Run<Line>[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    const [before, check] = [last && checkOf(last.line), checkOf(line)];
    // What a check has seen otherwise than the one below it parts it from that.
    const isParted = last !== undefined && hasChanged(last.alike.at(-1) ?? last.line);
    if (last && before && check && !isParted && isAlike(before, check)) last.alike.push(line);
    else runs.push({ line, alike: [] });
  }
  return runs.flatMap((run) =>
    run.alike.length + 1 >= FOLDED_FROM
      ? [run]
      : [run.line, ...run.alike].map((line) => ({ line, alike: [] })),
  );
}

function isAlike(one: CheckSummary, other: CheckSummary): boolean {
  return (
    one.status === 'done' &&
    other.status === 'done' &&
    one.depth === other.depth &&
    one.isKept === other.isKept &&
    one.target.input === other.target.input &&
    one.verdict?.headline === other.verdict?.headline
  );
}
