import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import type { Services } from '../engine/services';
import type { Caller } from '../verbs/caller';
import type { Verb } from '../verbs/verb';

/** Something that a page was made of. */
export interface PageQuery {
  /** The same of two queries that are one. */
  is(verb: unknown, asked: string): boolean;
  /** Fingerprint of what it gives now. */
  again(caller: Caller, services: Services): Promise<string>;
  /** Of what it gave. */
  given: string;
}

/** The stamp of a query before it is asked: what changes while it is asked differs from it. Null where there is none. */
export async function stampOf<Input, Output>(
  { stamp }: Verb<Input, Output>,
  caller: Caller,
  input: Input,
  services: Services,
): Promise<unknown> {
  return stamp === undefined ? null : stamp(caller, input, services);
}

/**
 * Adds what a page has asked for, known by its stamp where it has one; null when the page may not be kept: it has asked for something that is not free, or whose asking
 * changes something.
 */
export function withQuery<Input, Output>(
  queries: readonly PageQuery[] | null,
  verb: Verb<Input, Output>,
  input: Input,
  output: Output,
  stamp: unknown = null,
): readonly PageQuery[] | null {
  if (!queries || verb.isQuery !== true) return null;
  const asked = fingerprint(input);
  if (queries.some((query) => query.is(verb, asked))) return queries;
  const query: PageQuery = {
    is: (otherVerb, otherAsked) => otherVerb === verb && otherAsked === asked,
    again: async (caller, services) =>
      fingerprint((await stampOf(verb, caller, input, services)) ?? (await verb(caller, input, services))),
    given: fingerprint(stamp ?? output),
  };
  return [...queries, query];
}

/** Whether all that a page is made of is still as it was, for this caller. A problem that is met tells nothing, so it is not. */
export async function areAsBefore(
  queries: readonly PageQuery[],
  caller: Caller,
  services: Services,
): Promise<boolean> {
  for (const { again, given } of queries) {
    const isAsBefore = await again(caller, services).then(
      (gives) => gives === given,
      () => false,
    );
    if (!isAsBefore) return false;
  }
  return true;
}

/** Also of moments, octets, maps and what is undefined. */
function fingerprint(value: unknown): string {
  return createHash('sha256').update(serialize(value)).digest('base64url');
}
