import { expect, test } from 'vitest';
import { z } from 'zod';
import { jsonBody, MAX_JSON_OCTETS, readInput } from './input';
import { named } from './named';

const PARTS = {
  path: z.object({ id: z.string() }),
  query: z.object({ limit: z.coerce.number().int().min(1).default(50) }),
  header: z.object({ 'Last-Event-ID': z.string().optional() }),
  body: jsonBody(named('Asked', z.strictObject({ target: z.string() }))),
};

const request = (body: string, { query = '', headers = {}, type = 'application/json' } = {}) =>
  new Request(`http://mxproof.test/api/checks${query}`, {
    method: 'POST',
    body,
    headers: { 'content-type': type, ...headers },
  });

const read = (asked: Request) => readInput(PARTS, asked, { id: 'x' });

test.each([
  ['no JSON', request('{'), 'The body is not JSON.'],
  ['nothing', request(''), 'The body is not JSON.'],
  ['JSON of a depth without reason', request('['.repeat(MAX_JSON_OCTETS)), 'The body is not JSON.'],
  ['whole JSON of such a depth', request('['.repeat(60_000) + ']'.repeat(60_000)), expect.any(String)],
  [
    'such a depth in a field',
    request(`{"target": ${'{"a":'.repeat(15_000)}1${'}'.repeat(15_000)}}`),
    expect.any(String),
  ],
  ['no object', request('5'), expect.any(String)],
  ['a field is missing', request('{}'), expect.stringContaining('target')],
  ['a field too many', request('{"target": "a", "more": 1}'), expect.any(String)],
  ['a bad parameter', request('{"target": "a"}', { query: '?limit=0' }), expect.stringContaining('limit')],
])('refused: %s', async (_, asked, say) => {
  await expect(read(asked)).rejects.toMatchObject({ code: 'request-invalid', say });
});

test.each([
  ['too much', request(`"${'x'.repeat(MAX_JSON_OCTETS)}"`), 'too-large'],
  ['a depth of 100,000', request('['.repeat(100_000) + ']'.repeat(100_000)), 'too-large'],
  ...['text/plain', 'text/plain; a=application/json', 'application/jsonp', 'multipart/form-data', ''].map(
    (type) => [`called ${type}`, request('{"target": "a"}', { type }), 'type-not-taken'] as const,
  ),
] as const)('refused before it is read: %s', async (_, asked, code) => {
  await expect(read(asked)).rejects.toMatchObject({ code });
});

test.each(['application/json; charset=utf-8', 'Application/JSON'])('taken: %s', async (type) => {
  expect(await read(request('{"target": "a"}', { type }))).toMatchObject({ target: 'a' });
});

test('the parts together; an empty parameter counts as none', async () => {
  const asked = request('{"target": "a"}', { query: '?limit=', headers: { 'last-event-id': '7' } });
  expect(await read(asked)).toEqual({ id: 'x', limit: 50, 'Last-Event-ID': '7', target: 'a' });
});

test('nothing declared, nothing read', async () => {
  expect(await readInput({}, request('{'), { id: 'x' })).toEqual({});
});
