import { describe, expect, test } from 'vitest';
import { SCENARIO_FILES } from '../../scenarios/files';
import { sampleFolder } from '../../score/sample-folder';
import { DNS_SITUATIONS } from './dns';
import { POLICY_SITUATIONS } from './policy';
import { scoreSituations } from './score-situations';
import type { SituationCase } from './situation';
import { SMTP_SITUATIONS } from './smtp';

const NULL_MX = {
  kind: 'dns',
  situation: 'Null MX',
  must_say: ['takes no mail'],
  outcome: 'no-mail',
  fault: 'intended',
  missing: ['RFC 7505'],
  said_wrongly: ['a full mailbox'],
};
const NULL_MX_ROW: SituationCase = {
  situation: 'Null MX',
  scenario: 'null-mx',
  says: [/null MX/, /RFC 7505/],
  saysNot: [/mailbox is full/],
};

async function judged(line: object, row: SituationCase | null) {
  const folder = sampleFolder({ 'situations.jsonl': [line] });
  return scoreSituations(folder, { dns: row === null ? [] : [row], smtp: [], policy: [] });
}

describe.each(Object.entries({ dns: DNS_SITUATIONS, smtp: SMTP_SITUATIONS, policy: POLICY_SITUATIONS }))(
  'the table of %s',
  (_, rows) => {
    test('names scenarios that are there', () => {
      const names = SCENARIO_FILES.map(({ name }) => name);
      expect(rows.filter((row) => 'scenario' in row && !names.includes(row.scenario))).toEqual([]);
    });

    test('has one row a situation', () => {
      const situations = rows.map(({ situation }) => situation);
      expect(situations).toEqual([...new Set(situations)]);
    });
  },
);

test.each<[string, object, SituationCase | null, string]>([
  ['a line without a row', NULL_MX, null, 'no row tries it'],
  ['too few patterns', NULL_MX, { ...NULL_MX_ROW, says: [/null MX/] }, 'its row says 1 things, should be 2'],
  ['nothing kept out', NULL_MX, { ...NULL_MX_ROW, saysNot: [] }, 'its row keeps out 0 things, should be 1'],
  [
    'no such scenario',
    NULL_MX,
    { ...NULL_MX_ROW, scenario: 'never-seen' },
    'no scenario never-seen plays it here',
  ],
  [
    'another outcome',
    { ...NULL_MX, outcome: 'degraded' },
    NULL_MX_ROW,
    'outcome: no-mail, should be accepted or depends',
  ],
  ['another side', { ...NULL_MX, fault: 'sender' }, NULL_MX_ROW, 'side: recipient, should be sender'],
  ['nobody to blame', { ...NULL_MX, fault: null }, NULL_MX_ROW, 'side: recipient, should be none'],
  ['what is false', NULL_MX, { ...NULL_MX_ROW, saysNot: [/RFC 7505/] }, 'says "RFC 7505"'],
])('%s is wrong', async (_, line, row, reason) => {
  const { lines, figures } = await judged(line, row);
  expect(lines).toEqual([`dns: Null MX: wrong: ${reason}`]);
  expect(figures).toEqual({ cases: 1, right: 0, wrong: 1, dns: 0 });
});

test('a row whose situation is not in the file is wrong', async () => {
  const { lines, figures } = await judged(NULL_MX, { ...NULL_MX_ROW, situation: 'Another' });
  expect(lines).toEqual([
    'dns: Null MX: wrong: no row tries it',
    'dns: Another: wrong: no line has this situation',
  ]);
  expect(figures).toMatchObject({ cases: 2, right: 0, wrong: 2 });
});

test('a line of another form is wrong', async () => {
  const folder = sampleFolder({ 'situations.jsonl': [{ kind: 'rumour' }, NULL_MX] });
  const { lines, figures } = await scoreSituations(folder, { dns: [NULL_MX_ROW], smtp: [], policy: [] });
  expect(lines).toHaveLength(1);
  expect(figures).toMatchObject({ cases: 2, right: 1, wrong: 1, dns: 1 });
});

test('accepted with a flaw needs a warning about its side', async () => {
  const degraded = { ...NULL_MX, outcome: 'degraded', fault: 'domain-dns' };
  const { lines } = await judged(degraded, { ...NULL_MX_ROW, scenario: 'healthy', says: [/./, /./] });
  expect(lines).toEqual(['dns: Null MX: wrong: no warning about recipient']);
});

test.each<[string, object, SituationCase['verdict'], string[]]>([
  ['a side that is not proven', { ...NULL_MX, fault: 'sender' }, { side: 'recipient' }, []],
  ['an outcome', { ...NULL_MX, outcome: 'degraded' }, { outcome: 'no-mail' }, []],
  ['another side than is met', NULL_MX, { side: 'sender' }, ['side: recipient, should be sender']],
  ['another outcome than is met', NULL_MX, { outcome: 'accepted' }, ['outcome: no-mail, should be accepted']],
])('a row may say what is right where the file is not: %s', async (_, line, verdict, reasons) => {
  const { lines } = await judged(line, { ...NULL_MX_ROW, ...(verdict && { verdict }) });
  expect(lines).toEqual(reasons.map((reason) => `dns: Null MX: wrong: ${reason}`));
});

test('where no side is proven, it is where to look first', async () => {
  const silent = { ...NULL_MX, outcome: 'temporary-failure', fault: 'domain-dns' };
  const row = { ...NULL_MX_ROW, scenario: 'name-servers-silent', says: [/./, /./] };
  expect((await judged(silent, row)).lines).toEqual([]);
  const { lines } = await judged({ ...silent, fault: 'sender' }, row);
  expect(lines).toEqual(['dns: Null MX: wrong: side: recipient, should be sender']);
});

test('what is not said is partly right; what holds is right', async () => {
  const unsaid = await judged(NULL_MX, { ...NULL_MX_ROW, says: [/null MX/, /RFC 9999/] });
  expect(unsaid.lines).toEqual(['dns: Null MX: partly: does not say /RFC 9999/']);
  expect(unsaid.figures).toMatchObject({ right: 0, wrong: 0 });
  const held = await judged(NULL_MX, NULL_MX_ROW);
  expect(held).toEqual({ lines: [], figures: { cases: 1, right: 1, wrong: 0, dns: 1 } });
});

test.each<[string, object, Partial<SituationCase>, string[]]>([
  ['a policy as it should be needs no flaw', { outcome: 'deliverable' }, {}, []],
  ['a degraded one does', { outcome: 'degraded' }, {}, ['no warning about recipient']],
  ['what is about no delivery has no outcome', { outcome: null }, { scenario: 'null-mx' }, []],
  ['what else would be wrong', { outcome: null }, { saysNot: [/Accepted/] }, ['says "Accepted"']],
])('of a policy: %s', async (_, line, row, reasons) => {
  const policy = { kind: 'policy', situation: 'p', must_say: [], fault: 'domain-policy', ...line };
  const { lines } = await scoreSituations(sampleFolder({ 'situations.jsonl': [policy] }), {
    dns: [],
    smtp: [],
    policy: [{ situation: 'p', scenario: 'healthy', says: [], saysNot: [], ...row }],
  });
  expect(lines).toEqual(reasons.map((reason) => `policy: p: wrong: ${reason}`));
});

test('a folder without situations: one sentence', async () => {
  await expect(scoreSituations(sampleFolder({}))).rejects.toThrow('There is no file');
});
