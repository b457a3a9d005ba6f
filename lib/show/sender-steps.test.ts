import { expect, test } from 'vitest';
import type { Report } from '@/lib/report/report';
import { sampleHost, sampleRoute, sampleSession } from '@/lib/report/sample';
import type { Session } from '@/lib/smtp/session';
import { type SenderStep, senderSteps } from './sender-steps';

type Host = [preference: number, name: string, ...addresses: string[]];

const NO = { code: 550, enhanced: '5.1.1', lines: ['5.1.1 User unknown'] };
const LATER = { code: 450, enhanced: null, lines: ['try later.'] };

function known(hosts: Host[], met: Record<string, Partial<Session>>): Pick<Report, 'route' | 'sessions'> {
  const route = sampleRoute(
    hosts.map(([preference, exchange, ...addresses]) =>
      sampleHost(addresses, { preference, exchange, state: addresses.length > 0 ? 'found' : 'none' }),
    ),
  );
  const sessions = Object.entries(met).map(([address, about], index) =>
    sampleSession({ n: index + 1, address, ...about }),
  );
  return { route, sessions };
}

const ok = { outcome: 'accepted', stage: 'rcpt' } as const;
const dead = { outcome: 'timeout', stage: 'connect' } as const;
const refused = { outcome: 'permanent', stage: 'rcpt', reply: NO } as const;
const deferred = { outcome: 'temporary', stage: 'rcpt', reply: LATER } as const;

const TWO: Host[] = [
  [10, 'mx1', '192.0.2.1'],
  [20, 'mx2', '192.0.2.2'],
];

test.each<[string, Pick<Report, 'route' | 'sessions'>, Partial<SenderStep>[]]>([
  ['no route', { route: null, sessions: [] }, []],
  ['one address', known([[10, 'mx1', '192.0.2.1']], { '192.0.2.1': ok }), []],
  [
    'nothing usable',
    known(
      [
        [10, 'mx1'],
        [20, 'mx2'],
      ],
      {},
    ),
    [
      { say: 'No address that mail could go to. On to the next.', isTried: true },
      {
        say: 'No address that mail could go to. The mail stays in the queue of the sender, which tries again later.',
      },
    ],
  ],
  [
    'refused by the first',
    known(TWO, { '192.0.2.1': refused, '192.0.2.2': ok }),
    [
      {
        say: '192.0.2.1: rejected permanently at RCPT TO, 550 5.1.1 User unknown. A sender gives the mail back and tries no other.',
        tone: 'bad',
      },
      {
        say: '192.0.2.2: accepted. A sender would not come here; it was asked all the same.',
        isTried: false,
      },
    ],
  ],
  [
    'not greeted by the first',
    known(TWO, { '192.0.2.1': { ...refused, stage: 'greeting' }, '192.0.2.2': ok }),
    [{ say: expect.stringMatching(/ On to the next\.$/) as string }, { isTried: true }],
  ],
  [
    'not greeted by the last',
    known(TWO, { '192.0.2.1': dead, '192.0.2.2': { ...refused, stage: 'greeting' } }),
    [{}, { say: expect.stringMatching(/Most senders keep the mail .*; some give it back\.$/) as string }],
  ],
  [
    'EHLO refused by the first',
    known(TWO, { '192.0.2.1': { ...refused, stage: 'ehlo' }, '192.0.2.2': ok }),
    [
      {
        say: expect.stringMatching(/give the mail back, as Postfix does; others go on to the next/) as string,
      },
      { isTried: false },
    ],
  ],
  [
    'the first is down, the second defers',
    known(TWO, { '192.0.2.1': dead, '192.0.2.2': deferred }),
    [
      { say: '192.0.2.1: no answer. On to the next.', isTried: true },
      {
        say: '192.0.2.2: deferred at RCPT TO, 450 try later. The mail stays in the queue of the sender, which tries again later.',
        isTried: true,
      },
    ],
  ],
  [
    'the first is not yet known',
    known(TWO, { '192.0.2.1': {}, '192.0.2.2': ok }),
    [{ say: '192.0.2.1: under way. Not yet known.' }, { isTried: false }],
  ],
  [
    'one address of two is dead',
    known([[10, 'mx1', '192.0.2.1', '192.0.2.2']], { '192.0.2.1': dead, '192.0.2.2': ok }),
    [{ say: '192.0.2.1: no answer. 192.0.2.2: accepted. The mail is taken here.', tone: 'good' }],
  ],
  [
    'its addresses disagree',
    known([[10, 'mx1', '192.0.2.1', '192.0.2.2']], { '192.0.2.1': refused, '192.0.2.2': ok }),
    [
      {
        tone: 'unknown',
        say: expect.stringContaining('It is chance which of them a sender meets.') as string,
      },
    ],
  ],
  [
    'equals',
    known(
      [
        [10, 'mx1', '192.0.2.1'],
        [10, 'mx2', '192.0.2.2'],
      ],
      { '192.0.2.1': ok, '192.0.2.2': ok },
    ),
    [
      {
        say: '192.0.2.1: accepted. Senders choose among equals by chance. The mail is taken here.',
        isTried: true,
      },
      { isTried: true },
    ],
  ],
])('%s', (_, report, steps) => {
  expect(senderSteps(report)).toMatchObject(steps);
});
