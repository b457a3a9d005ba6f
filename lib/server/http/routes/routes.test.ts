import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import SwaggerParser from '@apidevtools/swagger-parser';
import { expect, test } from 'vitest';
import { openApi } from '../openapi';
import { API_ROUTES, ROUTES } from './all';

type Document = Exclude<Parameters<typeof SwaggerParser.validate>[0], string>;

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** What no program calls: the answer to what no route takes, and what a browser asks for while somebody signs in. */
const NOT_OF_THE_API = [
  'app/api/[...path]/route.ts',
  'app/api/auth/[...path]/route.ts',
  'app/sign-in/provider/route.ts',
];

const document = () => structuredClone(openApi(API_ROUTES)) as Document;

/** Every handler that `app` exports, as `METHOD /path`, by the place of its file. */
async function servedByApp(): Promise<Map<string, unknown>> {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .map((file) => join('app', file))
    .filter((file) => file.endsWith('/route.ts') && !NOT_OF_THE_API.includes(file));
  const served = new Map<string, unknown>();
  for (const file of files) {
    const path = file.slice('app'.length, -'/route.ts'.length).replaceAll('[', '{').replaceAll(']', '}');
    const exported = (await import(join(process.cwd(), file))) as Record<string, unknown>;
    for (const method of METHODS)
      if (exported[method] !== undefined) served.set(`${method} ${path}`, exported[method]);
  }
  return served;
}

test('each route is served under its method at its path, and nothing else is served', async () => {
  const declared = new Map(ROUTES.map(({ method, path, handler }) => [`${method} ${path}`, handler]));
  const served = await servedByApp();
  expect([...served.keys()].sort()).toEqual([...declared.keys()].sort());
  for (const [route, handler] of served) expect(handler, route).toBe(declared.get(route));
});

test('the description of the API is valid OpenAPI 3.1', async () => {
  await SwaggerParser.validate(document());
});

test('each parameter of a path is declared', () => {
  for (const { path, input } of ROUTES)
    expect(Object.keys(input.path?.shape ?? {}), path).toEqual(
      [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
    );
});

test('a schema has one name, and a name one schema', () => {
  const named = ROUTES.flatMap(({ input, output }) => [
    ...Object.values(input.body?.content ?? {}).flatMap((schema) => schema ?? []),
    ...Object.values(output.content).flat(),
  ]);
  const schemas = new Map(named.map(({ name, schema }) => [name, schema]));
  for (const { name, schema } of named) expect(schemas.get(name), name).toBe(schema);
});

test('the description of the API names every field of the contract', () => {
  const text = JSON.stringify(document());
  for (const field of [
    'queueId',
    'durationMs',
    'localPort',
    'soaSerial',
    'isAlias',
    'queryCount',
    'permanence',
    'plain',
  ])
    expect(text).toContain(`"${field}"`);
});
