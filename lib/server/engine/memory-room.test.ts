import { expect, test } from 'vitest';
import { createMemoryRoom } from './memory-room';

/** Of so many octets and places, of which one caller may have all. */
const roomOf = (octets: number, places: number, ofCaller = { octets, places }) =>
  createMemoryRoom({ octets, places, ofCaller });

test('no more is taken than fits; whoever came first goes on all the same', async () => {
  const room = roomOf(10, 5);
  const order: string[] = [];
  const [first, second, third, last] = ['a', 'b', 'c', 'd'].map((caller) => room.open(caller));
  await second?.take(6);
  const later = second?.take(6).then(() => order.push('second'));
  await first?.take(8);
  await third?.take(4);
  const small = last?.take(7).then(() => order.push('last'));
  await first?.take(8);
  await Promise.resolve();
  expect(order).toEqual([]);
  first?.leave();
  await later;
  expect(order).toEqual(['second']);
  third?.leave();
  await small;
  expect(order).toEqual(['second', 'last']);
});

test('what came first keeps nobody waiting, were it more than the whole room', async () => {
  const room = roomOf(10, 5);
  await room.open('slow').take(25);
  await room.open('a').take(6);
  await room.open('b').take(4);
  let isIn = false;
  void room
    .open('c')
    .take(1)
    .then(() => (isIn = true));
  await Promise.resolve();
  expect(isIn).toBe(false);
});

test('what is given back is there for the next, and nothing is given back twice', async () => {
  const room = roomOf(10, 5);
  room.open('b');
  const first = room.open('a');
  const second = room.open('a');
  await first.take(10);
  let isIn = false;
  void second.take(10).then(() => (isIn = true));
  const third = room.open('a');
  third.leave();
  third.leave();
  await Promise.resolve();
  expect(isIn).toBe(false);
  first.leave();
  await Promise.resolve();
  expect(isIn).toBe(true);
});

test('who comes when too many are there is told when to come again', () => {
  const room = roomOf(10, 1);
  const only = room.open('a');
  expect(() => room.open('b')).toThrow(
    expect.objectContaining({ code: 'too-many-reports', retryAfterSeconds: 30 }),
  );
  only.leave();
  room.open('b');
});

test('one caller leaves places to others', () => {
  const room = roomOf(10, 3, { octets: 10, places: 2 });
  const [first] = [room.open('a'), room.open('a')];
  expect(() => room.open('a')).toThrow(
    expect.objectContaining({ say: expect.stringContaining('room for 2 of one caller') as string }),
  );
  room.open('b');
  expect(() => room.open('c')).toThrow(
    expect.objectContaining({ say: expect.stringContaining('room for 3 at once') as string }),
  );
  first.leave();
  room.open('a');
});

test('nor do those of one caller fill what others could have; whichever of theirs came first fits where it can', async () => {
  const room = roomOf(10, 9, { octets: 4, places: 9 });
  const [other, first, second, last] = ['a', 'b', 'b', 'c'].map((caller) => room.open(caller));
  await other?.take(1);
  await first?.take(5);
  let isIn = false;
  const later = second?.take(5).then(() => (isIn = true));
  await last?.take(4);
  expect(isIn).toBe(false);
  first?.leave();
  await later;
});
