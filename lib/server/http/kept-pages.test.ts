import { expect, test, vi } from 'vitest';
import { createPageKeeper, type KeptPage } from './kept-pages';

interface Alone {
  alone: string;
  queries: null;
}

const MAX_BYTES = 1_000;

/** What pages say, drawn one after the other; each is released by hand. */
function bench() {
  const keeper = createPageKeeper<Alone>(MAX_BYTES);
  let drawn = 0;
  const page = (text = `page ${++drawn}`): KeptPage => ({ bytes: Buffer.from(text), queries: [] });
  const draw = vi.fn((): Promise<KeptPage | Alone> => Promise.resolve(page()));
  const ask = async (isAsBefore = true, key = 'a') => {
    const got = await keeper.of(key, () => Promise.resolve(isAsBefore), draw);
    return 'alone' in got ? got.alone : got.bytes.toString();
  };
  return { ask, draw, page };
}

function later<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve };
}

test('a page is drawn again once what it is made of has changed', async () => {
  const { ask } = bench();
  expect(await ask()).toBe('page 1');
  expect(await ask()).toBe('page 1');
  expect(await ask(false)).toBe('page 2');
  expect(await ask()).toBe('page 2');
});

test('another key is another page', async () => {
  const { ask } = bench();
  expect([await ask(), await ask(true, 'b'), await ask()]).toEqual(['page 1', 'page 2', 'page 1']);
});

test('what is drawn for somebody is shown to those who ask meanwhile, while it is true', async () => {
  const { ask, draw, page } = bench();
  const held = later<KeptPage>();
  draw.mockReturnValueOnce(held.promise);
  const [first, second, third] = [ask(), ask(), ask(false)];
  held.resolve(page('held'));
  expect([await first, await second, await third]).toEqual(['held', 'held', 'page 1']);
});

test('what is for one alone is shown to nobody else', async () => {
  const { ask, draw } = bench();
  const held = later<Alone>();
  draw.mockReturnValueOnce(held.promise);
  const [first, second] = [ask(), ask()];
  held.resolve({ alone: 'ada', queries: null });
  expect([await first, await second]).toEqual(['ada', 'page 1']);
});

test('a drawing that fails is tried again by whoever waits, and by whoever comes', async () => {
  const { ask, draw } = bench();
  draw.mockRejectedValueOnce(new Error('gone'));
  const [first, second] = [ask(), ask()];
  await expect(first).rejects.toThrow('gone');
  expect(await second).toBe('page 1');
  expect(await ask()).toBe('page 1');
});

test('those that were not asked for go first, and what is too large is not kept', async () => {
  const { ask, draw, page } = bench();
  draw.mockResolvedValueOnce(page('x'.repeat(MAX_BYTES)));
  await ask();
  expect(await ask()).toBe('page 1');
  draw.mockResolvedValueOnce(page('y'.repeat(MAX_BYTES - 2)));
  await ask(true, 'b');
  expect(await ask()).toBe('page 2');
  expect(await ask()).toBe('page 2');
});
