/** One thing that a row states, and whether the product says it too. */
export interface Point<Figure extends string> {
  figure: Figure;
  isRight: boolean;
  /** What is said in the line about it, should it be wrong. */
  miss: string;
}

/** What came of one row. */
export interface Outcome<Figure extends string> {
  name: string;
  /** A row with none but right points is right. */
  points: Point<Figure>[];
  /** What a tool or the message itself says and nobody asserts: has figures, and does not make a row wrong. */
  beside?: Point<Figure>[];
}

/** What a scorer hands back: a line for each miss, and the figures of the last line. */
export interface Score {
  lines: string[];
  figures: Figures;
}

/** Counts, and shares of 1. */
export type Figures = { cases: number; right: number } & Readonly<Record<string, number>>;

/** A figure for each name in that order; one that no row states is left out. */
export function summarise<Figure extends string>(
  outcomes: readonly Outcome<Figure>[],
  names: readonly Figure[],
): Score {
  const points = outcomes.flatMap((outcome) => [...outcome.points, ...(outcome.beside ?? [])]);
  const shares = names.flatMap((name) => {
    const told = points.filter(({ figure }) => figure === name);
    return told.length === 0
      ? []
      : [[name, share(told.filter(({ isRight }) => isRight).length, told.length)] as const];
  });
  return {
    lines: outcomes.flatMap(({ name, points: all, beside = [] }) =>
      [...all, ...beside]
        .filter(({ isRight }) => !isRight)
        .map(({ figure, miss }) => `${name}: ${figure}: ${miss}`),
    ),
    figures: {
      cases: outcomes.length,
      right: outcomes.filter((one) => one.points.every(({ isRight }) => isRight)).length,
      ...Object.fromEntries(shares),
    },
  };
}

/** The same where rows that have nothing but what is beside are no cases: they are counted apart. */
export function summariseApart<Figure extends string>(
  outcomes: readonly Outcome<Figure>[],
  names: readonly Figure[],
): Score {
  const { lines, figures } = summarise(outcomes, names);
  const apart = outcomes.filter(({ points }) => points.length === 0).length;
  return {
    lines,
    figures: { ...figures, cases: figures.cases - apart, right: figures.right - apart, apart },
  };
}

/** A share of 1 with four digits; 0 of nothing. */
export function share(right: number, of: number): number {
  return of === 0 ? 0 : Math.round((right / of) * 10_000) / 10_000;
}
