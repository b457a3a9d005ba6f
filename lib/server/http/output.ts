import type { z } from 'zod';
import type { StoredEvent } from '@/lib/report/stored-evidence';
import { eventStream, STREAM_HEADERS } from './event-stream';
import type { NamedSchema } from './named';

/** How what a verb gives is answered, and described. */
export interface Output<T> {
  status: number;
  description: string;
  /** Whether `Location` says where what was made is to be found. */
  hasLocation: boolean;
  /** Media types, each with the schemas of which it has one; empty where nothing is promised of it. */
  content: Readonly<Record<string, readonly NamedSchema[]>>;
  respond(value: T, request: Request): Response;
}

export const NO_STORE = { 'cache-control': 'private, no-store' } as const;

interface JsonOutput<T> {
  description: string;
  /** 200 when it is not given. */
  status?: number;
  headers?: Readonly<Record<string, string>>;
  /** Link of what was made. */
  location?: (value: T) => string;
}

/** A value as JSON, of a schema. */
export function json<S extends z.ZodType>(
  schema: NamedSchema<S>,
  { description, status = 200, headers = {}, location }: JsonOutput<z.output<S>>,
): Output<z.output<S>> {
  return {
    status,
    description,
    hasLocation: location !== undefined,
    content: { 'application/json': [schema] },
    respond: (value) =>
      Response.json(value, {
        status,
        headers: { ...headers, ...(location && { location: location(value) }) },
      }),
  };
}

/** That it was done. */
export function nothing(description: string): Output<void> {
  const respond = () => new Response(null, { status: 204 });
  return { status: 204, description, hasLocation: false, content: {}, respond };
}

/** JSON of a form that is described elsewhere. */
export function otherJson(description: string): Output<Readonly<Record<string, unknown>>> {
  const respond = (value: unknown) => Response.json(value);
  return { status: 200, description, hasLocation: false, content: {}, respond };
}

/** A value that is first brought into the form in which it is told. */
export function told<T, Document>(document: (value: T) => Document, output: Output<Document>): Output<T> {
  return { ...output, respond: (value, request) => output.respond(document(value), request) };
}

/** Events as they happen. */
export function events(schema: NamedSchema, description: string): Output<AsyncIterable<StoredEvent>> {
  return {
    status: 200,
    description,
    hasLocation: false,
    content: { 'text/event-stream': [schema] },
    respond: (value) => new Response(eventStream(value), { headers: STREAM_HEADERS }),
  };
}

interface FileOutput<T> {
  description: string;
  type: string;
  headers: Readonly<Record<string, string>>;
  /** The name under which a browser saves it; shown as it is when not given. */
  fileName?: (value: T) => string;
  body(value: T): string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** Text or octets of a type. */
export function file<T>({ description, type, headers, fileName, body }: FileOutput<T>): Output<T> {
  return {
    status: 200,
    description,
    hasLocation: false,
    content: { [type]: [] },
    respond: (value) =>
      new Response(body(value), {
        headers: {
          ...headers,
          'content-type': type,
          ...(fileName && { 'content-disposition': `attachment; filename="${fileName(value)}"` }),
        },
      }),
  };
}

/** Whether JSON is asked for, not lines (`Accept`, RFC 9110 §12.5.1). */
export function asksForJson(accept: string | null | undefined): boolean {
  return /\bapplication\/json\b/i.test(accept ?? '');
}

/** Lines for people and `grep`, and JSON for whoever asks for that. */
export function linesOrJson<T>(lines: Output<T>, document: Output<T>): Output<T> {
  return {
    ...document,
    content: { ...lines.content, ...document.content },
    respond(value, request) {
      const isJson = asksForJson(request.headers.get('accept'));
      const answer = isJson ? document.respond(value, request) : lines.respond(value, request);
      answer.headers.append('vary', 'Accept');
      return answer;
    },
  };
}
