import { expect, test } from 'vitest';
import type { Blocklist, Subject } from '@/lib/blocklists/blocklist';
import { answer, fakeInternet, negative, referral } from '@/lib/dns/fake-internet';
import { createAddressLookup } from './address-lookup';

const [ROOT, TOP, ONE, REVERSE] = ['192.0.2.1', '192.0.2.11', '192.0.2.31', '192.0.2.41'] as const;
const SUBJECT: Subject = { kind: 'ipv4', text: '192.0.2.9' };
const DAY_MS = 24 * 3_600_000;

function list(zone: string, holds: Blocklist['holds'] = ['ipv4']): Blocklist {
  return {
    zone,
    holds,
    operator: 'Somebody',
    about: 'Addresses.',
    weight: 'some',
    codes: { kind: 'values', words: {} },
    removal: { how: 'Ask there.', url: 'https://bl.test/' },
    terms: null,
    isOpen: true,
  };
}

const a = (name: string, data = '127.0.0.2') => answer({ name, type: 'A', ttl: 60, data });

function lookup(
  lists: readonly Blocklist[],
  never: string[] = [],
  limits?: { queries: number; deadlineMs: number },
) {
  const net = fakeInternet({
    [ROOT]: {
      '*': referral('test', { 'ns.test': [TOP] }),
      '9.2.0.192.in-addr.arpa PTR': referral('arpa', { 'ns.arpa': [REVERSE] }),
    },
    [TOP]: { '*': referral('bl.test', { 'ns1.bl.test': [ONE] }) },
    [ONE]: {
      '*': negative('nxdomain', 'bl.test'),
      '2.0.0.127.bl.test A': a('2.0.0.127.bl.test'),
      '9.2.0.192.bl.test A': a('9.2.0.192.bl.test'),
    },
    [REVERSE]: { '*': negative('nxdomain', 'arpa') },
  });
  const clock = { ms: 0 };
  const world = {
    dns: net.world.dns,
    choice: ({ names }: { names: readonly string[] }) =>
      names.some((name) => never.includes(name)) ? ('operator' as const) : null,
    roots: [{ name: 'a.root-servers.test', address: ROOT }],
    now: () => clock.ms,
    random: () => 0.5,
    pause: () => Promise.resolve(),
  };
  const counted: string[] = [];
  const meters = { dnsAsked: (purpose: string) => void counted.push(purpose) };
  const lookUp = createAddressLookup({ world, lists, meters, ...(limits && { limits }) });
  return { look: (subject: Subject) => lookUp(subject, 'watch'), net, clock, counted };
}

const asked = (net: { asked: readonly string[] }, text: string) =>
  net.asked.filter((one) => one.includes(text)).length;

test('a list is tested once a day, and asked each time', async () => {
  const { look, net, clock, counted } = lookup([list('bl.test')]);
  for (const ms of [0, DAY_MS - 1, DAY_MS]) {
    clock.ms = ms;
    const { lists, reverse } = await look(SUBJECT);
    expect(lists).toMatchObject([{ zone: 'bl.test', outcome: { state: 'listed', about: '192.0.2.9' } }]);
    expect(reverse).toMatchObject({ state: 'none' });
  }
  expect([asked(net, `${ONE} 2.0.0.127.`), asked(net, `${ONE} 9.2.0.192.bl.test A`)]).toEqual([2, 3]);
  // Each for what it was asked.
  expect(counted).toEqual(net.asked.map(() => 'watch'));
});

test('what is not for it, or excluded by the operator, is not asked, and told', async () => {
  const lists = [list('bl.test'), list('names.test', ['name']), list('zen.spamhaus.org')];
  const { look, net } = lookup(lists, ['zen.spamhaus.org']);
  const view = await look(SUBJECT);
  expect(view.lists.map(({ zone }) => zone)).toEqual(['bl.test']);
  expect(view.unasked).toContain('zen.spamhaus.org');
  expect(net.asked.filter((one) => /names\.test|zen\./.test(one))).toEqual([]);
});

test('a name has no reverse name, and is asked of lists of names', async () => {
  const { look } = lookup([list('bl.test')]);
  expect(await look({ kind: 'name', text: 'example.org' })).toMatchObject({ reverse: null, lists: [] });
});

test('beyond the limit of queries nothing is said of a list', async () => {
  const { look } = lookup([list('bl.test')], [], { queries: 4, deadlineMs: 10_000 });
  expect(await look(SUBJECT)).toMatchObject({
    isCutShort: true,
    lists: [{ outcome: { state: 'cut-short' } }],
  });
});
