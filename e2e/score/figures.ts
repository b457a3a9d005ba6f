import type { Figures } from './outcome';

/** How much a share may fall by rounding: they are printed with four digits. */
const ROUNDING = 0.00005;

/** Figures of which more is worse. */
const FEWER_IS_BETTER: ReadonlySet<string> = new Set([
  'falseBounces',
  'unreadable',
  'unmapped',
  'wrong',
  'wrongBlame',
]);

/** Figures of sets by name of the set. */
export type FiguresBySet = ReadonlyMap<string, Readonly<Record<string, number>>>;

const HEADING = /^## Scores$/m;
const ROW = /^\|\s*([\w/-]+)\s*\|\s*([\w-]+)\s*\|\s*(\d+(?:\.\d+)?)\s*\|$/;

/** The table below the heading `Scores`: set, figure, value. Throws with one sentence when there is no such heading. */
export function readFigures(page: string): FiguresBySet {
  const found = new Map<string, Record<string, number>>();
  for (const line of scoresIn(page).body.split('\n')) {
    const [, set, figure, value] = ROW.exec(line) ?? [];
    if (set === undefined || figure === undefined) continue;
    found.set(set, { ...found.get(set), [figure]: Number(value) });
  }
  return found;
}

/** The same page with these figures in the place of its table; sets that did not run keep theirs. */
export function writeFigures(page: string, got: ReadonlyMap<string, Figures>): string {
  const { head, intro, rest } = scoresIn(page);
  const all = new Map<string, Readonly<Record<string, number>>>([...readFigures(page), ...got]);
  const rows = [...all].flatMap(([set, figures]) =>
    Object.entries(figures).map(([figure, value]) => `| ${set} | ${figure} | ${value} |`),
  );
  return [head, intro, '| set | figure | value |\n| --- | --- | --- |\n', rows.join('\n'), '\n', rest].join(
    '',
  );
}

/** What got worse, and rows that are missing on either side: a sentence each. */
export function compareFigures(wanted: FiguresBySet, got: ReadonlyMap<string, Figures>): string[] {
  return [...got].flatMap(([set, figures]) => {
    const rows = wanted.get(set) ?? {};
    const names = [...new Set([...Object.keys(figures), ...Object.keys(rows)])];
    return names.flatMap((name) => complaint(`${set} ${name}`, rows[name], figures[name], name));
  });
}

function complaint(
  what: string,
  wanted: number | undefined,
  got: number | undefined,
  figure: string,
): string[] {
  if (wanted === undefined) return [`${what} has no row in docs/figures.md; it is ${got}.`];
  if (got === undefined) return [`${what} has a row in docs/figures.md, and no scorer prints it.`];
  const isWorse = FEWER_IS_BETTER.has(figure) ? got > wanted : got < wanted - ROUNDING;
  return isWorse ? [`${what} was ${wanted} and is ${got}.`] : [];
}

/** The section in pieces: up to its heading, its words, its table, what comes after. */
function scoresIn(page: string) {
  const at = HEADING.exec(page);
  if (at === null) throw new Error('docs/figures.md has no heading "Scores".');
  const start = at.index + at[0].length;
  const next = page.indexOf('\n## ', start);
  const end = next === -1 ? page.length : next;
  const body = page.slice(start, end);
  const table = body.search(/^\|/m);
  const intro = table === -1 ? `${body.trimEnd()}\n\n` : body.slice(0, table);
  return { head: page.slice(0, start), intro, body, rest: page.slice(end) };
}
