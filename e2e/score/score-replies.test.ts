import { expect, test } from 'vitest';
import { sampleFolder } from './sample-folder';
import { scoreReplies } from './score-replies';

const ROW = { id: 'one', label: 'mailbox_unknown', accept: ['policy'], strict: true, permanent: true };

test.each([
  [
    'a label of no such list',
    [
      { ...ROW, reply: '550 User unknown', label: 'user_unknown' },
      { ...ROW, reply: '550 User unknown' },
    ],
    { cases: 1, unreadable: 1 },
  ],
  [
    'the label itself',
    [{ ...ROW, reply: '550 5.1.1 User unknown' }],
    { right: 1, strict: 1, lenient: 1, permanence: 1 },
  ],
  [
    'another that is right as well',
    [{ ...ROW, reply: '550 User unknown', label: 'dns_error', accept: ['mailbox_unknown'] }],
    { right: 0, strict: 0, lenient: 1 },
  ],
  [
    'a neighbour of ours is not right',
    [{ ...ROW, reply: '550 5.2.1 This mailbox is disabled', accept: [] }],
    { strict: 0, lenient: 0 },
  ],
  [
    'a row that is not clear has no strict figure',
    [{ ...ROW, reply: '550 User unknown', strict: false }],
    { lenient: 1 },
  ],
  [
    'permanence counts where it is temporary, too',
    [{ ...ROW, reply: '550 User unknown', permanent: false }],
    { right: 0, permanence: 0 },
  ],
  [
    'without a permanence it is not asked',
    [{ ...ROW, reply: '550 User unknown', permanent: null }],
    { right: 1 },
  ],
  [
    'a code in running text',
    [
      { ...ROW, reply: 'Remote host said: 550 User unknown', has_code: true },
      { ...ROW, reply: 'Nothing with a code: User unknown', has_code: true },
      { ...ROW, reply: '550 User unknown', has_code: true, starts_with_code: true },
    ],
    { codeInText: 0.5 },
  ],
  [
    'wrong blame counts on clear rows, of labels that tell a side',
    [
      { ...ROW, reply: '550 User unknown', label: 'blocked_reputation' },
      { ...ROW, reply: '550 User unknown', label: 'blocked_reputation', strict: false },
      { ...ROW, reply: '550 User unknown', label: 'policy' },
      { ...ROW, reply: '550 User unknown' },
    ],
    { wrongBlame: 1 },
  ],
])('%s', (_, rows, figures) => {
  const got = scoreReplies(sampleFolder({ 'cases/replies.jsonl': rows })).figures;
  expect(got).toMatchObject(figures);
  expect('strict' in got).toBe(rows.some(({ strict }) => strict));
  expect('permanence' in got).toBe(rows.some(({ permanent }) => permanent !== null));
});

test.each([
  ['RCPT', 'mailbox_full'],
  ['MAIL', 'message_too_big'],
  ['DATA', 'message_too_big'],
])('the command tells the stage: 552 to %s is %s', (command, label) => {
  const row = { ...ROW, reply: '552 no', accept: [], label, command };
  expect(scoreReplies(sampleFolder({ 'cases/replies.jsonl': [row] })).figures).toMatchObject({ right: 1 });
});

test('fragments are told of in a line, with their codes in front, and have no figure', () => {
  const folder = sampleFolder({
    'cases/replies.jsonl': [{ ...ROW, reply: '550 User unknown' }],
    'cases/fragments.jsonl': [
      { id: 'f1', fragments: ['no such', 'user'], label: 'mailbox_unknown', accept: [], code: '550' },
      { id: 'f2', fragments: ['no such user'], label: 'greylisting', accept: [] },
    ],
  });
  const { lines, figures } = scoreReplies(folder);
  expect(lines).toEqual([
    'Of 2 fragments, which are no replies, 1 have the label or another right one: 0.5.',
  ]);
  expect(figures).toEqual({
    cases: 1,
    right: 1,
    strict: 1,
    lenient: 1,
    permanence: 1,
    wrongBlame: 0,
    unreadable: 0,
  });
});

test('tables of our own have our own categories', () => {
  const folder = sampleFolder({
    'cases/a.tsv':
      'category\tpermanence\treply\nuser_unknown\t\t550 x\nmailbox-unknown\t\t550 User unknown\nmailbox-disabled\ttemporary\t550 User unknown\n',
  });
  expect(scoreReplies(folder).figures).toEqual({
    cases: 2,
    right: 1,
    strict: 0.5,
    lenient: 0.5,
    permanence: 0,
    wrongBlame: 0,
    unreadable: 1,
  });
});
