import { expect, test } from 'vitest';
import type { Turns } from '@/lib/check/turns';

const COOLDOWN_MS = 30_000;
const A = '192.0.2.1';

/** What turns always do. `make` gives them with a cool-down, and `pass` lets time go by; called inside a `describe`. */
export function turnsContract(
  make: (cooldownMs: number) => Turns,
  pass: (ms: number) => Promise<unknown>,
): void {
  const never = new AbortController().signal;

  /** Asks for an address and writes down what happens to the asker. */
  function ask({ turns = make(COOLDOWN_MS), address = A, signal = never } = {}) {
    const seen: string[] = [];
    let give: () => void = () => undefined;
    const asked = turns
      .take(address, () => seen.push('waits'), signal)
      .then(
        (release) => {
          seen.push('goes');
          give = release;
        },
        (error: unknown) => {
          seen.push(String(error));
        },
      );
    return { seen, asked, release: () => give() };
  }

  test('a free address is given at once, without waiting', async () => {
    const first = ask();
    await pass(0);
    expect(first.seen).toEqual(['goes']);
    first.release();
  });

  test('the next one waits for the end and for the cool-down since that end', async () => {
    const first = ask();
    const second = ask();
    await pass(100_000);
    expect([first.seen, second.seen]).toEqual([['goes'], ['waits']]);
    first.release();
    await pass(COOLDOWN_MS - 1);
    expect(second.seen).toEqual(['waits']);
    await pass(1);
    expect(second.seen).toEqual(['waits', 'goes']);
    second.release();
  });

  test('the cool-down holds for one who comes later, by way of another object', async () => {
    const first = ask();
    await first.asked;
    first.release();
    await pass(10_000);
    const second = ask({ turns: make(COOLDOWN_MS) });
    await pass(19_999);
    expect(second.seen).toEqual(['waits']);
    await pass(1);
    expect(second.seen).toEqual(['waits', 'goes']);
    second.release();
  });

  test('first come, first served, one at a time; another address is not held up', async () => {
    const order: number[] = [];
    const all = [0, 1, 2].map((n) => {
      const one = ask();
      void one.asked.then(() => order.push(n));
      return one;
    });
    const other = ask({ address: '192.0.2.2' });
    await pass(0);
    expect([order, other.seen]).toEqual([[0], ['goes']]);
    for (const one of all) {
      one.release();
      one.release();
      await pass(COOLDOWN_MS);
    }
    expect(order).toEqual([0, 1, 2]);
    other.release();
  });

  test('cool-down 0: no pause, yet still one at a time', async () => {
    const turns = make(0);
    const [first, second] = [ask({ turns }), ask({ turns })];
    await pass(1000);
    expect(second.seen).toEqual(['waits']);
    first.release();
    await pass(0);
    expect(second.seen).toEqual(['waits', 'goes']);
    second.release();
  });

  test('cancelled before, and while waiting: rejects with the reason and holds nobody up', async () => {
    const early = ask({ signal: AbortSignal.abort('too late') });
    const first = ask();
    const controller = new AbortController();
    const second = ask({ signal: controller.signal });
    const third = ask();
    await pass(0);
    controller.abort('stopped');
    await pass(0);
    expect([early.seen, second.seen]).toEqual([['too late'], ['waits', 'stopped']]);
    first.release();
    await pass(COOLDOWN_MS);
    expect(third.seen).toEqual(['waits', 'goes']);
    third.release();
  });

  test('an abort after the turn has come changes nothing', async () => {
    const controller = new AbortController();
    const first = ask({ signal: controller.signal });
    await pass(0);
    controller.abort('stopped');
    const second = ask();
    await pass(0);
    expect([first.seen, second.seen]).toEqual([['goes'], ['waits']]);
    first.release();
    await pass(COOLDOWN_MS);
    second.release();
  });
}
