import { describe, expect, test } from 'vitest';
import {
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
import type { Conclusion } from './dialogue';

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
      hello: null,
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
