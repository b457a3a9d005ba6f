import { describe, expect, test } from 'vitest';
import type { Action, Reaction } from './action';
import { type Conclusion, dialogue, INJECTED } from './dialogue';
import type { TlsFacts } from './session';
import type { SessionPlan } from './transport';

const PLAN: SessionPlan = {
  exchange: 'mx.example.org',
  address: '192.0.2.25',
  helo: 'mail.contoso.example',
  sender: 'postmaster@contoso.example',
  recipient: 'user@example.org',
  depth: 'envelope',
  message: null,
  useTls: true,
  controls: [],
  mayControl: () => true,
  maySend: () => Promise.resolve(true),
};

const TRUSTED: TlsFacts = {
  state: 'trusted',
  protocol: 'TLSv1.3',
  cipher: null,
  certificate: null,
  problem: null,
};
const FAILED: TlsFacts = {
  ...TRUSTED,
  state: 'failed',
  problem: { code: 'ERR_SSL', text: 'wrong version number' },
};

const INJECTION: TlsFacts = { ...FAILED, problem: { code: INJECTED, text: 'more than the reply' } };

/** What the other side does at each action: a reply, a handshake, or the end. */
type Script = (string | TlsFacts | { ended: Extract<Reaction, { kind: 'ended' }>['outcome'] })[];

/** Plays a session; the script must be used up. `said` is what was done, as lines. */
function play(
  script: Script,
  plan: Partial<SessionPlan> = {},
  turn: What = { kind: 'turn', isOurs: true },
): { said: string[]; result: Conclusion } {
  const talk = dialogue({ ...PLAN, ...plan });
  const left = [...script];
  const said: string[] = [];
  let line = 0;
  const answer = (what: Action['do']): What => {
    if (what === 'note') return { kind: 'noted' };
    return what === 'await-turn' ? turn : heardOf(left.shift());
  };
  for (let next = talk.next(); ;) {
    if (next.done === true) {
      expect(left).toEqual([]);
      return { said, result: next.value };
    }
    said.push(wordOf(next.value));
    const heard = answer(next.value.do);
    next = talk.next({ ...heard, line: ++line, ms: 1 });
  }
}

function wordOf(action: Action): string {
  if (action.do === 'say') return action.line;
  return action.do === 'note' ? `(${action.tls.state})` : `(${action.do})`;
}

type What = Reaction extends infer One ? (One extends Reaction ? Omit<One, 'line' | 'ms'> : never) : never;

function heardOf(item: Script[number] | undefined): What {
  if (item === undefined) throw new Error('the script is too short');
  if (typeof item !== 'string')
    return 'ended' in item
      ? { kind: 'ended', outcome: item.ended, detail: null, limit: null }
      : { kind: 'tls', tls: item };
  const lines = item.split('\n');
  const enhanced = /^\d{3}[ -](\d\.\d+\.\d+)/.exec(item)?.[1] ?? null;
  return {
    kind: 'reply',
    reply: { code: Number(item.slice(0, 3)), enhanced, lines: lines.map((line) => line.slice(4)) },
  };
}

const HELLO = '220 mx.example.org ESMTP';
const EHLO = '250-mx.example.org\n250-SIZE 1000\n250-8BITMIME\n250-SMTPUTF8\n250 STARTTLS';
const PLAIN_EHLO = '250-mx.example.org\n250 SIZE 1000';
const EHLO_LINE = 'EHLO mail.contoso.example';
const MAIL_LINE = 'MAIL FROM:<postmaster@contoso.example>';
const RCPT_LINE = 'RCPT TO:<user@example.org>';
const BYE = '221 bye';

describe('where it ends, and what is said until then', () => {
  const secured: Script = [HELLO, EHLO, '220 go', TRUSTED];
  const envelope: Script = [...secured, EHLO, '250 ok'];
  test.each<[string, Script, Partial<Conclusion>, string[]]>([
    ['closed before the greeting', [{ ended: 'closed' }], { outcome: 'closed', stage: 'greeting' }, []],
    ['silence before the greeting', [{ ended: 'silent' }], { outcome: 'silent', stage: 'greeting' }, []],
    ['554 greeting', ['554 no', BYE], { outcome: 'permanent', stage: 'greeting' }, ['QUIT']],
    ['421 greeting', ['421 busy'], { outcome: 'temporary', stage: 'greeting' }, []],
    ['450 greeting', ['450 later', BYE], { outcome: 'temporary', stage: 'greeting' }, ['QUIT']],
    [
      '354 greeting',
      ['354 go', BYE],
      { outcome: 'protocol-error', stage: 'greeting', detail: 'the reply 354 means nothing here' },
      ['QUIT'],
    ],
    ['451 to EHLO', [HELLO, '451 later', BYE], { outcome: 'temporary', stage: 'ehlo' }, [EHLO_LINE, 'QUIT']],
    [
      'EHLO and HELO refused',
      [HELLO, '550 no', '550 5.7.1 no', BYE],
      { outcome: 'permanent', stage: 'ehlo' },
      [EHLO_LINE, 'HELO mail.contoso.example', 'QUIT'],
    ],
    [
      '421 to STARTTLS',
      [HELLO, EHLO, '421 busy'],
      { outcome: 'temporary', stage: 'starttls' },
      [EHLO_LINE, 'STARTTLS'],
    ],
    [
      '250 to STARTTLS',
      [HELLO, EHLO, '250 what', BYE],
      { outcome: 'protocol-error', stage: 'starttls' },
      [EHLO_LINE, 'STARTTLS', 'QUIT'],
    ],
    [
      'handshake fails',
      [HELLO, EHLO, '220 go', FAILED],
      { outcome: 'tls-failed', stage: 'tls', detail: 'wrong version number', tls: FAILED },
      [EHLO_LINE, 'STARTTLS', '(secure)'],
    ],
    [
      'injection before the handshake',
      [HELLO, EHLO, '220 go', INJECTION],
      { outcome: 'protocol-error', stage: 'tls', detail: 'more than the reply', tls: INJECTION },
      [EHLO_LINE, 'STARTTLS', '(secure)'],
    ],
    [
      'sender refused',
      [...secured, EHLO, '550 5.7.1 no', BYE],
      { outcome: 'permanent', stage: 'mail' },
      [EHLO_LINE, 'STARTTLS', '(secure)', EHLO_LINE, MAIL_LINE, 'QUIT'],
    ],
    [
      'recipient unknown',
      [...envelope, '550 5.1.1 no', BYE],
      { outcome: 'permanent', stage: 'rcpt', reply: { code: 550, enhanced: '5.1.1', lines: ['5.1.1 no'] } },
      [EHLO_LINE, 'STARTTLS', '(secure)', EHLO_LINE, MAIL_LINE, RCPT_LINE, 'QUIT'],
    ],
    [
      'greylisted',
      [...envelope, '450 4.2.0 later', BYE],
      { outcome: 'temporary', stage: 'rcpt' },
      [EHLO_LINE, 'STARTTLS', '(secure)', EHLO_LINE, MAIL_LINE, RCPT_LINE, 'QUIT'],
    ],
    [
      'reset at the recipient',
      [...envelope, { ended: 'reset' }],
      { outcome: 'reset', stage: 'rcpt', reply: null },
      [EHLO_LINE, 'STARTTLS', '(secure)', EHLO_LINE, MAIL_LINE, RCPT_LINE],
    ],
    [
      'accepted; the end of the session does not matter',
      [...envelope, '250 ok', { ended: 'closed' }],
      { outcome: 'accepted', stage: 'rcpt', tls: TRUSTED, banner: 'mx.example.org ESMTP' },
      [EHLO_LINE, 'STARTTLS', '(secure)', EHLO_LINE, MAIL_LINE, RCPT_LINE, 'QUIT'],
    ],
  ])('%s', (_, script, expected, lines) => {
    const { said, result } = play(script);
    expect(result).toMatchObject(expected);
    expect(said).toEqual(['(listen)', ...lines]);
  });
});

test('depth greeting ends after the second EHLO', () => {
  const { said, result } = play([HELLO, EHLO, '220 go', TRUSTED, PLAIN_EHLO, BYE], { depth: 'greeting' });
  expect(said).toEqual(['(listen)', EHLO_LINE, 'STARTTLS', '(secure)', EHLO_LINE, 'QUIT']);
  expect(result).toMatchObject({ outcome: 'accepted', stage: 'ehlo', capabilities: ['SIZE 1000'] });
  expect(result.stages.map(({ stage }) => stage)).toEqual(['greeting', 'ehlo', 'starttls', 'tls', 'ehlo']);
});

test('EHLO refused, HELO taken: one good stage, nothing offered', () => {
  const { said, result } = play([HELLO, '502 what', '250 hi', '250 ok', '250 ok', BYE]);
  expect(said).toEqual([
    '(listen)',
    EHLO_LINE,
    'HELO mail.contoso.example',
    '(not-offered)',
    MAIL_LINE,
    RCPT_LINE,
    'QUIT',
  ]);
  expect(result).toMatchObject({ outcome: 'accepted', capabilities: [], tls: { state: 'not-offered' } });
  expect(result.stages.slice(0, 2)).toMatchObject([
    { stage: 'greeting' },
    { stage: 'ehlo', outcome: 'ok', code: 250 },
  ]);
});

test('STARTTLS refused: goes on in the clear', () => {
  const { result } = play([HELLO, EHLO, '454 4.7.0 not now', '250 ok', '250 ok', BYE]);
  expect(result).toMatchObject({ outcome: 'accepted', stage: 'rcpt', tls: { state: 'refused' } });
  expect(result.stages[2]).toMatchObject({
    stage: 'starttls',
    outcome: 'temporary',
    code: 454,
    enhanced: '4.7.0',
  });
});

test('a plan without TLS does not say STARTTLS and states nothing about it', () => {
  const { said, result } = play([HELLO, EHLO, '250 ok', '250 ok', BYE], { useTls: false });
  expect(said).toEqual(['(listen)', EHLO_LINE, MAIL_LINE, RCPT_LINE, 'QUIT']);
  expect(result.tls).toBeNull();
});

describe('RFC 3207 §4.2: what was offered before the handshake does not count after it', () => {
  test('SMTPUTF8', () => {
    const { result } = play([HELLO, EHLO, '220 go', TRUSTED, PLAIN_EHLO, BYE], {
      recipient: 'ü@example.org',
    });
    expect(result).toMatchObject({
      outcome: 'permanent',
      stage: 'mail',
      reply: null,
      detail: 'smtputf8-not-offered',
    });
    expect(result.capabilities).toEqual(['SIZE 1000']);
  });

  test('it is kept as evidence', () => {
    const { result } = play([HELLO, EHLO, '220 go', TRUSTED, PLAIN_EHLO, BYE], { depth: 'greeting' });
    expect(result.capabilitiesBefore).toEqual(
      EHLO.split('\n')
        .slice(1)
        .map((line) => line.slice(4)),
    );
    expect(play([HELLO, PLAIN_EHLO, BYE], { depth: 'greeting' }).result.capabilitiesBefore).toBeUndefined();
  });
});

describe('depth message', () => {
  const script: Script = [HELLO, PLAIN_EHLO, '250 ok', '250 ok', '354 go'];
  const about = { depth: 'message', message: 'Subject: x\r\n\r\nhi\r\n' } as const;
  const LINES = [
    '(listen)',
    EHLO_LINE,
    '(not-offered)',
    `${MAIL_LINE} SIZE=18`,
    RCPT_LINE,
    '(await-turn)',
    'DATA',
  ];

  test('accepted, with the queue id', () => {
    const { said, result } = play([...script, '250 2.0.0 Ok: queued as 4F1B52C0A3', BYE], about);
    expect(said).toEqual([...LINES, '(send)', 'QUIT']);
    expect(result).toMatchObject({ outcome: 'accepted', stage: 'message', queueId: '4F1B52C0A3' });
  });

  test.each<[string, Script, Partial<Conclusion>]>([
    ['DATA refused', [...script.slice(0, -1), '554 no', BYE], { outcome: 'permanent', stage: 'data' }],
    [
      'DATA answered by 250',
      [...script.slice(0, -1), '250 ok', BYE],
      { outcome: 'protocol-error', stage: 'data' },
    ],
    [
      'content refused',
      [...script, '550 5.7.1 spam', BYE],
      { outcome: 'permanent', stage: 'message', queueId: null },
    ],
    ['no answer to the final dot', [...script, { ended: 'silent' }], { outcome: 'silent', stage: 'message' }],
  ])('%s', (_, steps, expected) => {
    expect(play(steps, about).result).toMatchObject(expected);
  });

  test('not its turn: everything was accepted, and nothing is sent', () => {
    const { said, result } = play([...script.slice(0, -1), BYE], about, { kind: 'turn', isOurs: false });
    expect(said.slice(-2)).toEqual(['(await-turn)', 'QUIT']);
    expect(result).toMatchObject({ outcome: 'accepted', stage: 'rcpt' });
  });

  test('stopped while it waits for its turn', () => {
    const stopped = { kind: 'ended', outcome: 'stopped', detail: null, limit: null } as const;
    const { result } = play(script.slice(0, -1), about, stopped);
    expect(result).toMatchObject({ outcome: 'stopped', stage: 'rcpt' });
  });

  test('RFC 6531 §3.4, RFC 6152: parameters for what is not ASCII', () => {
    const plan = {
      ...about,
      recipient: 'ü@example.org',
      message: 'To: <ü@example.org>\r\n\r\n',
      useTls: false,
    };
    const { said } = play([HELLO, EHLO, '250 ok', '250 ok', '354 go', '250 ok', BYE], plan);
    expect(said).toContain(`${MAIL_LINE} SIZE=24 BODY=8BITMIME SMTPUTF8`);
    expect(said).toContain('RCPT TO:<ü@example.org>');
  });
});

describe('controls', () => {
  const controls = [
    { control: 'random', sender: 'a@b.example', recipient: 'x1@example.org' },
    { control: 'postmaster', sender: 'a@b.example', recipient: 'postmaster@example.org' },
    { control: 'null-sender', sender: '', recipient: 'user@example.org' },
  ] as const;
  const begin = [HELLO, PLAIN_EHLO, '250 ok'];

  test.each<[string, Script, string[], number[]]>([
    [
      'each sender has a transaction of its own, whatever the recipient came to',
      [...begin, '550 no', '250 ok', '250 ok', '550 x1', '250 pm', '250 ok', '250 ok', '250 u', BYE],
      ['permanent', 'accepted', 'accepted'],
      [550, 250, 250],
    ],
    [
      'a refused sender answers for its recipients',
      [...begin, '250 ok', '250 ok', '451 later', '250 ok', '550 no <>', BYE],
      ['temporary', 'temporary', 'permanent'],
      [451, 451, 550],
    ],
    [
      '421 ends it without QUIT',
      [...begin, '250 ok', '250 ok', '250 ok', '421 bye'],
      ['temporary', 'not-asked', 'not-asked'],
      [421],
    ],
    [
      'a closed connection',
      [...begin, '250 ok', { ended: 'closed' }],
      ['not-asked', 'not-asked', 'not-asked'],
      [],
    ],
    ['closed at the recipient: none is asked', [...begin, { ended: 'closed' }], [], []],
    ['421 to the recipient: none is asked', [...begin, '421 bye'], [], []],
  ])('%s', (_, script, outcomes, codes) => {
    const { result } = play(script, { controls });
    expect(result.controls.map(({ outcome }) => outcome)).toEqual(outcomes);
    expect(result.controls.flatMap(({ reply }) => reply?.code ?? [])).toEqual(codes);
    expect(result.stages.map(({ stage }) => stage)).not.toContain('control');
  });

  test('one address of an exchange is asked', () => {
    const { result, said } = play([...begin, '250 ok', BYE], { controls, mayControl: () => false });
    expect(result.controls).toEqual([]);
    expect(said).not.toContain('RSET');
  });
});

test('the null sender', () => {
  expect(play([HELLO, PLAIN_EHLO, '250 ok', '250 ok', BYE], { sender: '' }).said).toContain('MAIL FROM:<>');
});

test.each<[Partial<SessionPlan>]>([
  [{ helo: 'a\r\nRSET' }],
  [{ sender: 'a@b\nDATA' }],
  [{ recipient: 'a@b\0' }],
  [{ controls: [{ control: 'abuse', sender: '', recipient: 'a\r\n' }] }],
])('nobody writes a second command: %j', (plan) => {
  expect(() => play([HELLO], plan)).toThrow('control character');
});
