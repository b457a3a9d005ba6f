import { expect, test } from 'vitest';
import { SCENARIO_FILES } from '../scenarios/files';
import { sampleFolder } from '../score/sample-folder';
import { scoreFieldCases } from './field-cases';
import { PLAYED, scenarioOf } from './scenario-of';

test('every scenario of the table is there', () => {
  const names = SCENARIO_FILES.map(({ name }) => name);
  expect(PLAYED.filter((name) => !names.includes(name))).toEqual([]);
});

test.each(['', 'c99-other', 'c0', 'c01', '-c01'])('no scenario for %j', (id) => {
  expect(scenarioOf(id)).toBeUndefined();
});

test('rows that nobody can read or play are wrong', async () => {
  const expected = { outcome: ['no-mail'], side: ['none'], hint: null, wrong: null, mustNotError: null };
  const folder = sampleFolder({
    'cases.jsonl': [
      { id: 'x', kind: 'rumour' },
      { id: 'c99-never-seen', kind: 'live', expected },
      { id: 'c98-no-verdict', kind: 'live', expected: { ...expected, outcome: ['perhaps'] } },
    ],
  });
  const { lines, figures } = await scoreFieldCases(folder);
  expect(figures).toEqual({ cases: 3, right: 0, wrong: 3 });
  expect(lines).toContain('c99-never-seen: wrong: no scenario plays it');
});

test('a live case is played, and a reply read', async () => {
  const folder = sampleFolder({
    'cases.jsonl': [
      {
        id: 'c15-played',
        kind: 'live',
        expected: {
          outcome: ['permanent'],
          side: ['recipient'],
          hint: 'null MX',
          wrong: 'greylist',
          mustNotError: null,
        },
      },
      {
        id: 'r',
        kind: 'reply',
        input: { reply: '550 5.1.1 User unknown', stage: 'rcpt' },
        expected: {
          category: ['mailbox-unknown'],
          side: ['recipient'],
          permanence: ['permanent'],
          whoActs: ['sender'],
          hint: 'quota',
          wrong: null,
        },
      },
    ],
  });
  const { lines, figures } = await scoreFieldCases(folder);
  expect(figures).toEqual({ cases: 2, right: 1, wrong: 0 });
  expect(lines).toHaveLength(1);
});

test('a folder without cases: one sentence', async () => {
  await expect(scoreFieldCases(sampleFolder({}))).rejects.toThrow('There is no file');
});
