import { expect, test } from 'vitest';
import { createCaptures } from './captures';

const LIMITS = { capturesPerCheck: 2, captures: 3 };
const capture = { stop: () => Promise.resolve(new Uint8Array([1])) };
const captures = (start: () => Promise<typeof capture | null>) =>
  createCaptures(25, LIMITS, () => undefined, start);

test('so many at once of one check and in all; one that has stopped makes room', async () => {
  let processes = 0;
  const begin = captures(() => {
    processes++;
    return Promise.resolve(capture);
  });
  const [one, another] = [{}, {}];
  const ofOne = await Promise.all([0, 1, 2].map(() => begin('192.0.2.1', one)));
  const ofAnother = await Promise.all([0, 1].map(() => begin('192.0.2.2', another)));
  expect([...ofOne, ...ofAnother].map((begun) => begun !== null)).toEqual([true, true, false, true, false]);
  expect(processes).toBe(3);
  expect(await ofOne[0]?.stop(null)).toEqual(new Uint8Array([1]));
  expect(await begin('192.0.2.2', another)).not.toBeNull();
  expect(processes).toBe(4);
});

test('one that cannot begin takes no room', async () => {
  const begin = captures(() => Promise.resolve(null));
  const check = {};
  for (let n = 0; n < 5; n++) expect(await begin('192.0.2.1', check)).toBeNull();
  expect(await captures(() => Promise.resolve(capture))('192.0.2.1', check)).not.toBeNull();
});

test('one that cannot stop makes room all the same', async () => {
  const begin = captures(() => Promise.resolve({ stop: () => Promise.reject(new Error('gone')) }));
  const check = {};
  for (let n = 0; n < 5; n++)
    await expect((await begin('192.0.2.1', check))?.stop(null)).rejects.toThrow('gone');
});
