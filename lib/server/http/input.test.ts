import { expect, test } from 'vitest';
import { z } from 'zod';
import { jsonBody, readInput } from './input';
import { named } from './named';

const PARTS = {
  path: z.object({ id: z.string() }),
  query: z.object({ limit: z.coerce.number().int().min(1).default(50) }),
  header: z.object({ 'Last-Event-ID': z.string().optional() }),
  body: jsonBody(named('Asked', z.strictObject({ target: z.string() }))),
};

const request = (body: string, { query = '', headers = {} } = {}) =>
  new Request(`http://mxproof.test/api/checks${query}`, { method: 'POST', body, headers });

const read = (asked: Request) => readInput(PARTS, asked, { id: 'x' });

test.each([
  ['no JSON', request('{'), 'The body is not JSON.'],
  ['nothing', request(''), 'The body is not JSON.'],
  ['too much', request(`"${'x'.repeat(65_536)}"`), 'The body has more than 65536 characters.'],
  ['no object', request('5'), expect.any(String)],
  ['a field is missing', request('{}'), expect.stringContaining('target')],
  ['a field too many', request('{"target": "a", "more": 1}'), expect.any(String)],
  ['a bad parameter', request('{"target": "a"}', { query: '?limit=0' }), expect.stringContaining('limit')],
])('refused: %s', async (_, asked, say) => {
  await expect(read(asked)).rejects.toMatchObject({ code: 'request-invalid', say });
});

test('the parts together; an empty parameter counts as none', async () => {
  const asked = request('{"target": "a"}', { query: '?limit=', headers: { 'last-event-id': '7' } });
  expect(await read(asked)).toEqual({ id: 'x', limit: 50, 'Last-Event-ID': '7', target: 'a' });
});

test('nothing declared, nothing read', async () => {
  expect(await readInput({}, request('{'), { id: 'x' })).toEqual({});
});
