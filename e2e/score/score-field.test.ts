import { expect, test } from 'vitest';
import { sampleFolder } from './sample-folder';
import { scoreField } from './score-field';

const EXPECTED = {
  category: ['mailbox-unknown', 'moved'],
  side: ['recipient'],
  permanence: ['permanent'],
  whoActs: ['sender'],
  hint: 'SPELLING',
  wrong: null,
};
const ROW = {
  id: 'a',
  kind: 'reply',
  input: { reply: '550 5.1.1 User unknown', stage: 'rcpt' },
  expected: EXPECTED,
};

const LIVE = { outcome: ['accepted'], side: ['none'], hint: null, wrong: null, mustNotError: null };

test.each([
  ['as it is', {}, { right: 1, category: 1, side: 1, permanence: 1, whoActs: 1, hint: 1 }],
  ['another category', { category: ['policy'] }, { right: 0, category: 0 }],
  ['another side', { side: ['sender'] }, { right: 0, side: 0 }],
  ['no such hint', { hint: 'quota' }, { right: 0, hint: 0 }],
  ['the fault in the words', { wrong: 'no such mailbox' }, { right: 0, notWrong: 0 }],
])('%s', async (_, change, figures) => {
  const row = { ...ROW, expected: { ...EXPECTED, ...change } };
  expect((await scoreField(sampleFolder({ 'cases.jsonl': [row] }))).figures).toMatchObject(figures);
});

test('mails are read; what is told in words is counted and not scored', async () => {
  const { hint, wrong, ...judgement } = EXPECTED;
  const recipient = { ...judgement, address: 'bob@dest.example', code: 550, status: null, stage: 'data' };
  const folder = sampleFolder({
    'cases.jsonl': [
      {
        id: 'm',
        kind: 'bounce',
        input: { message: 'messages/m.eml' },
        expected: { kind: 'bounce', recipients: [recipient], hint, wrong },
      },
      { id: 'l', kind: 'live', expected: LIVE },
      { id: 'x', kind: 'rumour' },
    ],
    'messages/m.eml':
      'From: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail Returned to Sender\n\n<bob@dest.example>: host mx.dest.example[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command)\n',
  });
  const { lines, figures } = await scoreField(folder);
  expect(figures).toMatchObject({
    cases: 1,
    right: 0,
    kind: 1,
    recipients: 1,
    code: 1,
    stage: 0,
    category: 1,
    hint: 1,
    unreadable: 1,
  });
  expect(figures).not.toHaveProperty('status');
  expect(lines.at(-1)).toBe('1 cases are told in words and not scored.');
});
