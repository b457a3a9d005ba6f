import { describe, expect, test } from 'vitest';
import {
  TRUSTED,
  FAILED,
  INJECTION,
  play,
  HELLO,
  EHLO,
  PLAIN_EHLO,
  EHLO_LINE,
  MAIL_LINE,
  RCPT_LINE,
  BYE,
  type Script,
} from './dialogue-script';
import type { SessionPlan } from './transport';
import type { Conclusion } from './dialogue';

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
      { outcome: 'protocol-error', stage: 'greeting', detail: 'unexpected reply code 354' },
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
  const { said, result } = play([HELLO, EHLO, '250 ok', '250 ok', BYE], { hello: null });
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
