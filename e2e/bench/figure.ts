/** One measured figure beside what it may be at most. */
export interface Figure {
  what: string;
  figure: number;
  limit: number;
  unit: string;
}

/** As a table, and as JSON in the last line; the exit code is 1 when one is over its limit. */
export function tellFigures(figures: readonly Figure[]): void {
  for (const { what, figure, limit, unit } of figures)
    console.log(
      `${figure <= limit ? 'ok  ' : 'OVER'} ${what.padEnd(64)} ${`${figure} ${unit}`.padStart(12)}  at most ${limit} ${unit}`,
    );
  console.log(JSON.stringify(Object.fromEntries(figures.map(({ what, figure }) => [what, figure]))));
  if (figures.some(({ figure, limit }) => figure > limit)) process.exitCode = 1;
}
