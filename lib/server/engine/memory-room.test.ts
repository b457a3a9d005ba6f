import { expect, test } from 'vitest';
import { createMemoryRoom } from './memory-room';

test('no more is taken than fits; whoever came first goes on all the same', async () => {
  const room = createMemoryRoom(10, 5);
  const order: string[] = [];
  const [first, second, third] = [room.open(), room.open(), room.open()];
  await second.take(6);
  const later = second.take(6).then(() => order.push('second'));
  await first.take(8);
  const small = third.take(1).then(() => order.push('third'));
  await first.take(8);
  await Promise.resolve();
  expect(order).toEqual([]);
  first.leave();
  await later;
  expect(order).toEqual(['second']);
  second.leave();
  await small;
});

test('what is given back is there for the next, and nothing is given back twice', async () => {
  const room = createMemoryRoom(10, 5);
  const first = room.open();
  const second = room.open();
  await first.take(10);
  let isIn = false;
  void second.take(10).then(() => (isIn = true));
  const third = room.open();
  third.leave();
  third.leave();
  await Promise.resolve();
  expect(isIn).toBe(false);
  first.leave();
  await Promise.resolve();
  expect(isIn).toBe(true);
});

test('who comes when too many are there is told when to come again', () => {
  const room = createMemoryRoom(10, 1);
  const only = room.open();
  expect(() => room.open()).toThrow(
    expect.objectContaining({ code: 'too-many-reports', retryAfterSeconds: 30 }),
  );
  only.leave();
  room.open();
});
