import { headers } from 'next/headers';
import { AppProblem } from '@/lib/problem';
import { isOurs, PROBLEM_KINDS } from '@/lib/problem-document';
import { shown } from '@/lib/show/shown';
import { type Caller, may, type Right } from '../verbs/caller';
import { requestId } from '../config/request-id';
import type { Verb } from '../verbs/verb';
import { callerOf, drawnFor } from './caller-of';
import { drawingOf } from './drawings';
import { meters } from './metrics';
import { stampOf, withQuery } from './page-queries';
import { services } from './shared-services';

/** Does a verb for a page or an action, in the name of whoever has asked for it; what it gives is safe to show. */
export async function perform<Input, Output>(verb: Verb<Input, Output>, input: Input): Promise<Output> {
  const asked = await headers();
  const drawing = drawingOf(drawnFor(asked)?.key);
  try {
    const [caller, given] = [await callerOf(asked), await services()];
    const stamp = drawing && (await stampOf(verb, caller, input, given));
    const output = await verb(caller, input, given);
    if (drawing) drawing.queries = withQuery(drawing.queries, verb, input, output, stamp);
    return shown(output);
  } catch (error) {
    if (error instanceof AppProblem) meters().refused(error.code);
    // Whoever lets this page be drawn tells the problem in its place.
    if (drawing !== undefined && error instanceof AppProblem) drawing.problem ??= error;
    throw error;
  }
}

/** Whoever has asked for the page, which then is theirs alone. */
export async function whoAsks(): Promise<Caller> {
  const asked = await headers();
  const drawing = drawingOf(drawnFor(asked)?.key);
  if (drawing) drawing.queries = null;
  return callerOf(asked);
}

/** Tells what whoever has asked for the page may do. */
export async function permissions(): Promise<(right: Right) => boolean> {
  const caller = await callerOf(await headers());
  return (right) => may(caller, right);
}

/** For a page that goes on by itself: it has a script of its own, and is not kept. */
export async function beLive(): Promise<void> {
  const drawing = drawingOf(drawnFor(await headers())?.key);
  if (drawing) Object.assign(drawing, { script: 'live-page', queries: null });
}

/** What a page of a problem says; null when nobody has met one. */
export interface ToldProblem {
  status: number;
  title: string;
  say: string;
  retryAfterSeconds: number | null;
  /** By which the log has it; null where the fault is not ours. */
  request: string | null;
}

/** The problem for which this page is drawn. */
export async function problemToDraw(): Promise<ToldProblem | null> {
  const problem = drawingOf(drawnFor(await headers())?.key)?.problem;
  if (!problem) return null;
  const { code, say, retryAfterSeconds } = problem;
  const kind = PROBLEM_KINDS[code];
  return shown({ ...kind, say, retryAfterSeconds, request: isOurs(kind.status) ? requestId() : null });
}
