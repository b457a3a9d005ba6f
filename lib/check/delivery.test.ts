import { expect, test } from 'vitest';
import type { Report } from '@/lib/report/report';
import { deliveryTurn, type DeliveryTurn } from './delivery';

type Known = Parameters<typeof deliveryTurn>[0];
type Session = Known['sessions'][number];

function session(n: number, preference: number, about: Partial<Session> = {}): Session {
  return {
    n,
    preference,
    outcome: null,
    stage: null,
    withoutTls: false,
    address: `192.0.2.${n}`,
    ...about,
  } as Session;
}

function route(...hosts: [preference: number, state: 'found' | 'not-asked'][]): Report['route'] {
  return { hosts: hosts.map(([preference, state]) => ({ preference, state })) } as Report['route'];
}

const DOWN = { outcome: 'timeout', stage: 'connect' } as const;
const HANDSHAKE = { outcome: 'tls-failed', stage: 'tls' } as const;

test.each<[string, DeliveryTurn, Session[], { sender?: number; route?: Report['route'] }]>([
  ['no such session', 'never', [], {}],
  ['it has ended meanwhile', 'never', [session(1, 10, DOWN)], {}],
  ['somebody sends', 'wait', [session(1, 10), session(2, 10)], { sender: 2 }],
  [
    'somebody has sent',
    'never',
    [session(1, 10), session(2, 10, { outcome: 'accepted', stage: 'message' })],
    { sender: 2 },
  ],
  [
    'nobody knows what came of it',
    'never',
    [session(1, 10), session(2, 10, { outcome: 'silent', stage: 'message' })],
    { sender: 2 },
  ],
  [
    'DATA refused for good',
    'never',
    [session(1, 10), session(2, 10, { outcome: 'permanent', stage: 'data' })],
    { sender: 2 },
  ],
  [
    'DATA refused for now',
    'now',
    [session(1, 10), session(2, 10, { outcome: 'temporary', stage: 'data' })],
    { sender: 2 },
  ],
  ['a preferred exchange still talks', 'wait', [session(1, 20), session(2, 10)], {}],
  [
    'a preferred exchange is not yet known',
    'wait',
    [session(1, 20)],
    { route: route([10, 'not-asked'], [20, 'found']) },
  ],
  [
    'a preferred exchange refuses for good',
    'never',
    [session(1, 20), session(2, 10, { outcome: 'permanent', stage: 'rcpt' })],
    {},
  ],
  ['a preferred exchange tries again in the clear', 'wait', [session(1, 20), session(2, 10, HANDSHAKE)], {}],
  [
    'that has failed, too',
    'now',
    [
      session(1, 20),
      session(2, 10, HANDSHAKE),
      session(3, 10, { ...DOWN, withoutTls: true, address: '192.0.2.2' }),
    ],
    {},
  ],
  [
    'a preferred exchange is down',
    'now',
    [session(1, 20), session(2, 10, DOWN)],
    { route: route([10, 'found'], [20, 'found']) },
  ],
  ['an equal one still talks', 'now', [session(1, 10), session(2, 10)], {}],
  [
    'a lesser one still talks',
    'now',
    [session(1, 10), session(2, 20)],
    { route: route([10, 'found'], [20, 'not-asked']) },
  ],
])('%s: %s', (_, turn, sessions, { sender = null, route: known = null }) => {
  expect(deliveryTurn({ route: known, sessions }, 1, sender)).toBe(turn);
});
