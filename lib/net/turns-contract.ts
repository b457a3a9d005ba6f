import { expect, test } from 'vitest';
import type { Turns } from '@/lib/check/turns';
import type { TurnLimits } from './memory-turns';

const COOLDOWN_MS = 30_000;
const A = '192.0.2.1';

/** What turns always do. `make` gives them with a cool-down, and `pass` lets time go by; called inside a `describe`. */
export function turnsContract(
  make: (limits: TurnLimits) => Turns,
  pass: (ms: number) => Promise<unknown>,
): void {
  const never = new AbortController().signal;
  const LIMITS = {
    cooldownMs: COOLDOWN_MS,
    sessionsPerHour: Infinity,
    sessionsAtOnce: Infinity,
    sessionsPerNetwork: Infinity,
  };
  const having = (some: Partial<TurnLimits>) => make({ ...LIMITS, ...some });

  /** Asks for an address and writes down what happens to the asker. */
  function ask({ turns = having({}), address = A, party = {}, signal = never } = {}) {
    const seen: string[] = [];
    let give: () => void = () => undefined;
    const asked = turns
      .take(address, party, () => seen.push('waits'), signal)
      .then(
        (release) => {
          seen.push(release === null ? 'refused' : 'goes');
          if (release !== null) give = release;
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
    const second = ask({ turns: having({}) });
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
    const turns = having({ cooldownMs: 0 });
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

  test('so many within an hour, with those that wait; the others are refused at once', async () => {
    const turns = having({ sessionsPerHour: 3, cooldownMs: 0 });
    const address = '192.0.2.3';
    const [first, second, third, fourth] = [0, 1, 2, 3].map(() => ask({ turns, address }));
    await pass(0);
    expect([first?.seen, second?.seen, third?.seen, fourth?.seen]).toEqual([
      ['goes'],
      ['waits'],
      ['waits'],
      ['refused'],
    ]);
    for (const one of [first, second, third]) {
      await one?.asked;
      one?.release();
    }
    const other = ask({ turns, address: '192.0.2.4' });
    const later = ask({ turns, address });
    await pass(0);
    expect([other.seen, later.seen]).toEqual([['goes'], ['refused']]);
    other.release();
    await pass(3_600_001);
    const anHourLater = ask({ turns, address });
    await pass(0);
    expect(anHourLater.seen).toEqual(['goes']);
    anHourLater.release();
  });

  test.each([
    ['one /24', ['203.0.113.1', '203.0.113.9', '203.0.113.200'], '203.0.114.1'],
    ['one /48', ['2001:db8:1::1', '2001:db8:1:ffff::2', '2001:db8:1:2::3'], '2001:db8:2::1'],
  ])('so many at once with %s; another network is not held up', async (_, inside, outside) => {
    const turns = having({ sessionsPerNetwork: 2 });
    const asked = inside.map((address) => ask({ turns, address }));
    const other = ask({ turns, address: outside });
    await pass(0);
    expect([...asked, other].map(({ seen }) => seen)).toEqual([['goes'], ['goes'], ['waits'], ['goes']]);
    asked[0]?.release();
    await pass(0);
    expect(asked[2]?.seen).toEqual(['waits', 'goes']);
    for (const one of [...asked, other]) one.release();
  });

  test('so many at once of one party; another party is not held up', async () => {
    const turns = having({ sessionsAtOnce: 2 });
    const party = {};
    const addresses = ['198.51.100.1', '198.51.101.1', '198.51.102.1'];
    const asked = addresses.map((address) => ask({ turns, address, party }));
    const other = ask({ turns, address: '198.51.103.1' });
    await pass(0);
    expect([...asked, other].map(({ seen }) => seen)).toEqual([['goes'], ['goes'], ['waits'], ['goes']]);
    asked[1]?.release();
    await pass(0);
    expect(asked[2]?.seen).toEqual(['waits', 'goes']);
    for (const one of [...asked, other]) one.release();
  });
}
