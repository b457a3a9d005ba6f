import { expect, test } from 'vitest';
import { AppProblem } from '@/lib/problem';
import { createDamages, isDamage } from './damages';

const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

test('what cannot be read is a problem of its own, told once', async () => {
  const told: string[] = [];
  const damages = createDamages((kind, id) => told.push(`${kind} ${id}`));
  const read = () => JSON.parse('{"type":"sta') as unknown;
  for (const id of ['a', 'a', 'b'])
    expect(await problemOf(damages.within('check', id, read))).toMatchObject({ code: 'check-damaged' });
  expect(await problemOf(damages.within('mail', 'a', read))).toMatchObject({ code: 'mail-damaged' });
  expect(told).toEqual(['check a', 'check b', 'mail a']);
});

test('problems of a request pass, and are no damage', async () => {
  const damages = createDamages(() => expect.unreachable());
  const busy = new AppProblem('database-unavailable', { say: 'busy' });
  expect(await problemOf(damages.within('check', 'a', () => Promise.reject(busy)))).toBe(busy);
  expect(isDamage(busy)).toBe(false);
  expect(await damages.within('check', 'a', () => 1)).toBe(1);
});
