import type { z } from 'zod';
import { AppProblem, type ProblemCode } from '@/lib/problem';
import type { NamedSchema } from './named';
import { readBody } from './read-body';
import { validate } from './validate';

/** What a request is made of. Its parts together, read and validated, are the input of the verb. */
export interface RequestParts {
  path?: z.ZodObject;
  /** Empty parameters count as none. */
  query?: z.ZodObject;
  header?: z.ZodObject;
  body?: RequestBody<object>;
  /** What a request of this path says, whatever it holds. */
  says?: object;
}

export interface RequestBody<T extends object> {
  /** Media types, each with the schema that describes it, where there is one. */
  content: Readonly<Record<string, NamedSchema | null>>;
  /** What reading it may throw. */
  problems: readonly ProblemCode[];
  read(request: Request): Promise<T>;
}

/** What the parts of a request give together. */
export type InputOf<P extends RequestParts> = (P extends { path: infer S extends z.ZodObject }
  ? z.output<S>
  : object) &
  (P extends { query: infer S extends z.ZodObject } ? z.output<S> : object) &
  (P extends { header: infer S extends z.ZodObject } ? z.output<S> : object) &
  (P extends { body: RequestBody<infer T> } ? T : object) &
  (P extends { says: infer T extends object } ? T : object);

/**
 * Reads a request. Throws `request-invalid`, and what the body throws. The cast is sound: each part is what its own schema,
 * or reader, has given.
 */
export async function readInput<P extends RequestParts>(
  { path, query, header, body, says }: P,
  request: Request,
  parameters: unknown,
): Promise<InputOf<P>> {
  return {
    ...(path && validate(path, parameters)),
    ...(query && validate(query, queryOf(request))),
    ...(header && validate(header, headersOf(request, Object.keys(header.shape)))),
    ...(await body?.read(request)),
    ...says,
  } as InputOf<P>;
}

function queryOf({ url }: Request): Record<string, string> {
  return Object.fromEntries([...new URL(url).searchParams].filter(([, value]) => value !== ''));
}

function headersOf({ headers }: Request, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** Octets of a JSON body: a reply to be explained has at most 16,384 characters, of six octets when each is escaped. */
export const MAX_JSON_OCTETS = 128 * 1024;

/** Milliseconds in which a JSON body has to arrive: it fits a few packets. */
const JSON_ARRIVAL_MS = 10_000;

const JSON_BOUNDS = {
  most: MAX_JSON_OCTETS,
  arrivalMs: JSON_ARRIVAL_MS,
  tooLarge: `The body has more than ${MAX_JSON_OCTETS} octets.`,
};

/** A JSON body, which must be called so: no form of another site's page can send one (RFC 9110 §15.5.16). */
export function jsonBody<S extends z.ZodObject>(body: NamedSchema<S>): RequestBody<z.output<S>> {
  return {
    content: { 'application/json': body },
    problems: ['request-invalid', 'type-not-taken', 'too-large', 'too-slow'],
    read: async (request) => validate(body.schema, await readJson(request)),
  };
}

/** A JSON body, whatever it holds. Throws `type-not-taken`, `request-invalid`, `too-large` and `too-slow`. */
export async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new AppProblem('type-not-taken', { say: 'The body must be application/json, and say so.' });
  const pieces = await readBody(request, JSON_BOUNDS);
  try {
    return JSON.parse(Buffer.concat(pieces).toString()) as unknown;
  } catch (cause) {
    throw new AppProblem('request-invalid', { say: 'The body is not JSON.', cause });
  }
}
