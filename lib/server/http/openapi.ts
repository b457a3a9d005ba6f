import { z } from 'zod';
import { PROBLEM_KINDS, ProblemDocument } from '@/lib/problem-document';
import { ownLink } from '@/lib/own-link';
import { SOFTWARE_VERSION } from '../config/software-version';
import type { Route } from './define-route';
import type { RequestParts } from './input';
import type { NamedSchema } from './named';

type Json = Record<string, unknown>;

const PROBLEM: NamedSchema = { name: 'Problem', schema: ProblemDocument };

/** The HTTP API as OpenAPI 3.1, made from the declarations of its routes and the schemas that validate. */
export function openApi(routes: readonly Route[]): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method.toLowerCase()] = operationOf(route);
  return {
    openapi: '3.1.0',
    info: {
      title: 'mxproof',
      version: SOFTWARE_VERSION,
      description: 'Why mail does not arrive, with proof. Who knows the id of a check may read it.',
    },
    servers: [{ url: ownLink('/') }],
    paths,
    components: { schemas: componentsOf(routes) },
  };
}

function operationOf({ summary, description, input, output, problems }: Route): Json {
  const parameters = parametersOf(input);
  const statuses = [...new Set(problems.map((code) => PROBLEM_KINDS[code].status))];
  return {
    summary,
    ...(description !== null && { description }),
    ...(parameters.length > 0 && { parameters }),
    ...(input.body && { requestBody: { required: true, content: contentOf(requestContent(input)) } }),
    responses: {
      [output.status]: {
        description: output.description,
        ...(output.hasLocation && { headers: { Location: { schema: { type: 'string' } } } }),
        ...(Object.keys(output.content).length > 0 && { content: contentOf(output.content) }),
      },
      ...Object.fromEntries(statuses.map((status) => [status, problemOf(status)])),
    },
  };
}

/** RFC 9457; a client that came too often is told when to come again (RFC 6585 §4). */
function problemOf(status: number): Json {
  return {
    description: 'What is wrong, as RFC 9457 problem document with a stable `code`',
    ...((status === 429 || status === 503) && {
      headers: { 'Retry-After': { schema: { type: 'integer' } } },
    }),
    content: { 'application/problem+json': { schema: referTo(PROBLEM) } },
  };
}

const PLACES = ['path', 'header', 'query'] as const;

function parametersOf(input: RequestParts): Json[] {
  return PLACES.flatMap((place) => {
    const part = input[place];
    if (part === undefined) return [];
    const { properties = {}, required = [] } = schemaOf(part, 'input') as {
      properties?: Record<string, Json>;
      required?: string[];
    };
    return Object.entries(properties).map(([name, schema]) => ({
      name,
      in: place,
      ...(required.includes(name) && { required: true }),
      schema,
    }));
  });
}

function requestContent({ body }: RequestParts): Record<string, NamedSchema[]> {
  return Object.fromEntries(
    Object.entries(body?.content ?? {}).map(([type, schema]) => [type, schema === null ? [] : [schema]]),
  );
}

function contentOf(content: Readonly<Record<string, readonly NamedSchema[]>>): Json {
  return Object.fromEntries(
    Object.entries(content).map(([type, schemas]) => {
      const [first, ...others] = schemas.map(referTo);
      const schema = others.length === 0 ? first : { oneOf: [first, ...others] };
      return [type, schema === undefined ? {} : { schema }];
    }),
  );
}

function referTo({ name }: NamedSchema): Json {
  return { $ref: `#/components/schemas/${name}` };
}

function componentsOf(routes: readonly Route[]): Json {
  const asked = routes.flatMap(({ input }) => Object.values(requestContent(input)).flat());
  const told = routes.flatMap(({ output }) => Object.values(output.content).flat());
  const components: Record<string, Json> = {};
  for (const { name, schema } of asked) components[name] = schemaOf(schema, 'input');
  for (const { name, schema } of [...told, PROBLEM]) components[name] = schemaOf(schema, 'output');
  return components;
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io });
  return rest;
}
