import type { z } from 'zod';
import { AppProblem } from '@/lib/problem';
import type { NamedSchema } from './named';
import { validate } from './validate';

/** What a request is made of. Its parts together, read and validated, are the input of the verb. */
export interface RequestParts {
  path?: z.ZodObject;
  /** Empty parameters count as none. */
  query?: z.ZodObject;
  header?: z.ZodObject;
  body?: RequestBody<object>;
}

export interface RequestBody<T extends object> {
  /** Media types, each with the schema that describes it, where there is one. */
  content: Readonly<Record<string, NamedSchema | null>>;
  read(request: Request): Promise<T>;
}

/** What the parts of a request give together. */
export type InputOf<P extends RequestParts> = (P extends { path: infer S extends z.ZodObject }
  ? z.output<S>
  : object) &
  (P extends { query: infer S extends z.ZodObject } ? z.output<S> : object) &
  (P extends { header: infer S extends z.ZodObject } ? z.output<S> : object) &
  (P extends { body: RequestBody<infer T> } ? T : object);

/**
 * Reads a request. Throws `request-invalid`, and what the body throws. The cast is sound: each part is what its own schema,
 * or reader, has given.
 */
export async function readInput<P extends RequestParts>(
  { path, query, header, body }: P,
  request: Request,
  parameters: unknown,
): Promise<InputOf<P>> {
  return {
    ...(path && validate(path, parameters)),
    ...(query && validate(query, queryOf(request))),
    ...(header && validate(header, headersOf(request, Object.keys(header.shape)))),
    ...(await body?.read(request)),
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

/** Characters of a JSON body; far above what a check needs. */
const MAX_BODY_CHARACTERS = 64 * 1024;

/** A JSON body. Reading it throws `request-invalid`. */
export function jsonBody<S extends z.ZodObject>(body: NamedSchema<S>): RequestBody<z.output<S>> {
  return {
    content: { 'application/json': body },
    read: async (request) => validate(body.schema, await readJson(request)),
  };
}

async function readJson(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text.length > MAX_BODY_CHARACTERS)
    throw new AppProblem('request-invalid', {
      say: `The body has more than ${MAX_BODY_CHARACTERS} characters.`,
    });
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new AppProblem('request-invalid', { say: 'The body is not JSON.', cause });
  }
}
