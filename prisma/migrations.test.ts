import { expect, test } from 'vitest';
import { diffSchema } from './engine';

test('the migrations lead to the schema', async () => {
  expect(await diffSchema()).toBe('');
});
