import { z } from 'zod';

/** One thing that is watched: what is known of it, and what the last try saw otherwise and no second try has confirmed yet. */
export interface Aspect<T> {
  known: T;
  doubted: T | null;
}

export function aspectOf<S extends z.ZodType>(value: S) {
  return z.object({ known: value, doubted: value.nullable() });
}

/** What a try has made of it. */
interface Step<T> {
  aspect: Aspect<T>;
  /** What was known before it, when something else is told now. */
  before: T | null;
  /** Whether it is seen otherwise for the first time: another try soon shows whether it stays so. */
  isDoubt: boolean;
}

/** The same without its doubt. */
export function settled<A extends Aspect<unknown>>(aspect: A): A {
  return { ...aspect, doubted: null };
}

interface Comparison<T> {
  isSame(a: T, b: T): boolean;
  /** Whether a try that sees `seen` confirms the one that saw `doubted`. */
  confirms?(doubted: T, seen: T): boolean;
  /** What is told without a second try. */
  isCertain?(seen: T): boolean;
}

/** What follows from what a try has seen of something that is known. */
export function stepOf<T>(
  { known, doubted }: Aspect<T>,
  seen: T,
  { isSame, confirms = isSame, isCertain = () => false }: Comparison<T>,
): Step<T> {
  if (isSame(known, seen)) return { aspect: { known: seen, doubted: null }, before: null, isDoubt: false };
  const isTold = isCertain(seen) || (doubted !== null && confirms(doubted, seen));
  return isTold
    ? { aspect: { known: seen, doubted: null }, before: known, isDoubt: false }
    : { aspect: { known, doubted: seen }, before: null, isDoubt: doubted === null };
}
