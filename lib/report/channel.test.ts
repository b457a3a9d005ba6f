import { expect, test } from 'vitest';
import { createChannel } from './channel';

async function read<T>(channel: AsyncIterable<T>): Promise<T[]> {
  const values: T[] = [];
  for await (const value of channel) values.push(value);
  return values;
}

test('an error comes after what was pushed before it; nothing comes after the end', async () => {
  const channel = createChannel<number>();
  channel.push(1);
  channel.end(new Error('broken'));
  channel.push(2);
  const values: number[] = [];
  await expect(
    (async () => {
      for await (const value of channel) values.push(value);
    })(),
  ).rejects.toThrow('broken');
  expect(values).toEqual([1]);
});

test('values pushed while the reader waits, in order', async () => {
  const channel = createChannel<number>();
  const reading = read(channel);
  for (const value of [1, 2, 3]) {
    await Promise.resolve();
    channel.push(value);
  }
  channel.end();
  expect(await reading).toEqual([1, 2, 3]);
});
