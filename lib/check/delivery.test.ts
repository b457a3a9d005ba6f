import { expect, test } from 'vitest';
import type { Report } from '@/lib/report/report';
import { sampleHost, sampleRoute, sampleSession } from '@/lib/report/sample';
import { deliveryTurn, type DeliveryTurn } from './delivery';

type Session = Report['sessions'][number];

function session(n: number, preference: number, about: Partial<Session> = {}): Session {
  return sampleSession({ n, preference, address: `192.0.2.${n}`, ...about });
}

/** Exchanges of these preferences; one that was found has the addresses of the sessions there. */
function route(
  hosts: readonly [preference: number, state: 'found' | 'not-asked'][],
  sessions: readonly Session[],
): Report['route'] {
  return sampleRoute(
    hosts.map(([preference, state]) => {
      const there = sessions.filter((one) => one.preference === preference);
      return sampleHost(
        there.map(({ address }) => address),
        { preference, state },
      );
    }),
  );
}

const DOWN = { outcome: 'timeout', stage: 'connect' } as const;
const HANDSHAKE = { outcome: 'tls-failed', stage: 'tls' } as const;

test.each<[string, DeliveryTurn, Session[], { sender?: number; route?: Parameters<typeof route>[0] }]>([
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
    {
      route: [
        [10, 'not-asked'],
        [20, 'found'],
      ],
    },
  ],
  [
    'a preferred exchange does not greet',
    'now',
    [session(1, 20), session(2, 10, { outcome: 'permanent', stage: 'greeting' })],
    {},
  ],
  [
    'a preferred exchange refuses EHLO',
    'never',
    [session(1, 20), session(2, 10, { outcome: 'permanent', stage: 'ehlo' })],
    {},
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
    {
      route: [
        [10, 'found'],
        [20, 'found'],
      ],
    },
  ],
  ['an equal one still talks', 'now', [session(1, 10), session(2, 10)], {}],
  [
    'a lesser one still talks',
    'now',
    [session(1, 10), session(2, 20)],
    {
      route: [
        [10, 'found'],
        [20, 'not-asked'],
      ],
    },
  ],
])('%s: %s', (_, turn, sessions, { sender = null, route: hosts }) => {
  const found = sessions.map(({ preference }) => [preference, 'found'] as const);
  const known = route(
    hosts ??
      [...new Map(found.map(([preference, state]) => [preference, state]))].sort((a, b) => a[0] - b[0]),
    sessions,
  );
  expect(deliveryTurn({ route: known, sessions }, 1, sender)).toBe(turn);
});
