import { expect, test } from 'vitest';
import { createOctetGate } from './octet-gate';

test('no more octets than fit are inside, those who wait come in order', async () => {
  const gate = createOctetGate(10, 5);
  const order: string[] = [];
  const leaveFirst = await gate.enter(6);
  const second = gate.enter(6).then((leave) => (order.push('second'), leave));
  const third = gate.enter(1).then((leave) => (order.push('third'), leave));
  await Promise.resolve();
  expect(order).toEqual([]);
  leaveFirst();
  leaveFirst();
  await third;
  expect(order).toEqual(['second', 'third']);
  const fourth = gate.enter(6).then(() => order.push('fourth'));
  await Promise.resolve();
  expect(order).toEqual(['second', 'third']);
  (await second)();
  await fourth;
});

test('who would wait behind too many is told when to come again', async () => {
  const gate = createOctetGate(10, 1);
  await gate.enter(10);
  void gate.enter(1);
  await expect(gate.enter(1)).rejects.toMatchObject({ code: 'too-many-reports', retryAfterSeconds: 30 });
});
