import { expect, test } from 'vitest';
import { createGuard } from '@/lib/net/guard';
import { address } from '../internet/address';
import { RESOLVER } from '../internet/delegate';
import { PRACTICE_NETWORKS, UNREACHABLE_IPV4 } from '../internet/internet';
import { SCENARIOS } from './all';
import { block, BLOCKS } from './block';

test.each([
  [-1, 1],
  [4096, 1],
  [1.5, 1],
  [1, 255],
  [1, -1],
  [1, NaN],
])('block %d has no host %d', (index, host) => expect(() => address(index, host)).toThrow(RangeError));

test.each([
  [0, 1, '127.16.0.1'],
  [255, 101, '127.16.255.101'],
  [256, 101, '127.17.0.101'],
  [4095, 254, '127.31.255.254'],
])('block %d, host %d: %s', (index, host, expected) => {
  expect(address(index, host)).toBe(expected);
  expect(createGuard(PRACTICE_NETWORKS)(expected)).toBeNull();
});

test('a name that nobody has gets no addresses', () =>
  expect(() => block('no-such-scenario')).toThrow('nobody named no-such-scenario has addresses'));

test('no two have one block', () => {
  const blocks = BLOCKS.map((name) => block(name)(0));
  expect(blocks.filter((one, index) => blocks.indexOf(one) !== index)).toEqual([]);
});

test.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))(
  '%s: every server stands in its own block',
  (name, { zones, behaviours = {}, mtas = {}, webs = {} }) => {
    const used = [
      ...zones.flatMap(({ servers }) => Object.values(servers).flat()),
      ...Object.keys(behaviours),
      ...Object.keys(mtas),
      ...Object.keys(webs),
    ];
    const shared = [RESOLVER, UNREACHABLE_IPV4];
    const own = block(name)(0).replace(/0$/, '');
    const isOwn = (one: string) => one.startsWith(own) || one.includes(':') || shared.includes(one);
    expect(used.filter((one) => !isOwn(one))).toEqual([]);
  },
);
