import { randomUUID } from 'node:crypto';
import type { AppProblem } from '@/lib/problem';
import type { PageQuery } from './page-queries';

/** Pages and their handlers are bundled apart, so what they share hangs on `globalThis`. */
const SHARED = Symbol.for('mxproof.drawings');

/** What `scripts/ready.mjs` makes for pages in the place of React's scripts, by its name. */
export type PageScript = 'frozen-page' | 'live-page';

/** A page that is being drawn, with the problem that was met, or is to be drawn. */
export interface OpenDrawing {
  /** By which the page, which Next draws for a request of our own, is known. */
  readonly key: string;
  problem: AppProblem | null;
  /** What it has asked for; null once it may not be kept. */
  queries: readonly PageQuery[] | null;
  script: PageScript;
  close(): void;
}

function drawings(): Map<string, OpenDrawing> {
  const shared = globalThis as Record<symbol, unknown>;
  return (shared[SHARED] ??= new Map<string, OpenDrawing>()) as Map<string, OpenDrawing>;
}

export function openDrawing(problem: AppProblem | null = null): OpenDrawing {
  const key = randomUUID();
  const close = () => void drawings().delete(key);
  const drawing: OpenDrawing = { key, problem, queries: [], script: 'frozen-page', close };
  drawings().set(key, drawing);
  return drawing;
}

/** The drawing of this key; undefined when none is open. */
export function drawingOf(key: string | undefined): OpenDrawing | undefined {
  return key === undefined ? undefined : drawings().get(key);
}
