import { expect, test } from 'vitest';
import { type DnsScenario, DnsScenario as Scenario } from './dns-scenario';
import { sampleFolder } from './sample-folder';
import { scenarioOutcome, scoreDns } from './score-dns';

const rr = (name: string, type: string, rdata: string) => ({ name, type, cls: 'IN', rdata });
const question = (name: string, type = 'A') => ({ name, type, cls: 'IN' });

const ROOT = '193.0.14.129';
const ADDRESS = rr('www.example.org.', 'A', '192.0.2.80');

/** The root delegates example.org to one server; what that one says is the test's. */
function scenario(entries: readonly object[], expected: object, change: object = {}): DnsScenario {
  return Scenario.parse({
    file: 'scenarios/a.rpl',
    title: 'a',
    usable: 'plain',
    root_hints: [ROOT],
    queries: [{ step: 1, check: 10 }],
    steps: [
      { n: 1, type: 'QUERY', entry: { rcode: 'NOERROR', question: question('www.example.org.') } },
      { n: 10, type: 'CHECK_ANSWER', entry: { match: ['all'], rcode: 'NOERROR', ...expected } },
    ],
    servers: [
      {
        begin: 0,
        end: 100,
        addresses: [ROOT],
        entries: [
          {
            match: ['opcode', 'subdomain'],
            adjust: ['copy_id', 'copy_query'],
            flags: ['QR'],
            rcode: 'NOERROR',
            question: question('example.org.'),
            authority: [rr('example.org.', 'NS', 'ns.example.org.')],
            additional: [rr('ns.example.org.', 'A', '192.0.2.53')],
          },
        ],
      },
      { begin: 0, end: 5, addresses: ['192.0.2.53'], entries },
    ],
    ...change,
  });
}

const ANSWER = {
  match: ['opcode', 'qtype', 'qname'],
  adjust: ['copy_id'],
  flags: ['QR', 'AA'],
  rcode: 'NOERROR',
  question: question('WWW.example.org.'),
  answer: [ADDRESS],
};
const FAILS = { rcode: 'SERVFAIL' };

test.each([
  ['a server that says nothing', [], FAILS],
  ['told not to answer', [{ ...ANSWER, adjust: ['do_not_answer'] }], FAILS],
  ['another question', [{ ...ANSWER, question: question('example.org.') }], FAILS],
  ['another type', [{ ...ANSWER, question: question('www.example.org.', 'MX') }], FAILS],
  ['a name beside the subdomain', [{ ...ANSWER, match: ['subdomain'], question: question('x.org.') }], FAILS],
  ['over TCP only', [{ ...ANSWER, match: ['TCP', 'qname'] }], FAILS],
  ['a code of failure', [{ ...ANSWER, rcode: 'REFUSED', answer: [] }], FAILS],
  [
    'the first entry that fits',
    [{ ...ANSWER, rcode: 'NXDOMAIN', answer: [] }, ANSWER],
    { rcode: 'NXDOMAIN' },
  ],
  [
    'truncated, and whole over TCP',
    [
      { ...ANSWER, match: ['TCP'] },
      { ...ANSWER, flags: ['QR', 'AA', 'TC'], answer: [] },
    ],
    { answer: [ADDRESS] },
  ],
  ['the answer', [ANSWER], { answer: [ADDRESS] }],
  ['the code alone', [ANSWER], { match: ['rcode'] }],
  [
    'an alias and its target',
    [
      {
        ...ANSWER,
        answer: [
          rr('www.example.org.', 'CNAME', 'web.example.org.'),
          rr('web.example.org.', 'A', '192.0.2.81'),
        ],
      },
    ],
    { answer: [rr('WEB.example.org', 'A', '192.0.2.81'), rr('www.example.org', 'CNAME', 'web.example.org')] },
  ],
])('%s', async (_, entries, expected) => {
  expect(await scenarioOutcome(scenario(entries, expected))).toMatchObject({ points: [{ isRight: true }] });
});

test.each([
  ['another address', { answer: [rr('www.example.org.', 'A', '192.0.2.99')] }],
  ['another code', { rcode: 'NXDOMAIN', answer: [ADDRESS] }],
  ['a record too much', { answer: [] }],
])('%s is wrong', async (_, expected) => {
  expect(await scenarioOutcome(scenario([ANSWER], expected))).toMatchObject({ points: [{ isRight: false }] });
});

test('servers change with the step; only the first question counts where the others test a cache', async () => {
  const later = {
    queries: [
      { step: 1, check: 10 },
      { step: 6, check: 10 },
    ],
  };
  const steps = scenario([ANSWER], { answer: [ADDRESS] }).steps;
  const change = { ...later, steps: [...steps, { ...steps[0], n: 6 }] };
  const [plain, first] = await Promise.all(
    ['plain', 'plain-first-query'].map((usable) =>
      scenarioOutcome(scenario([ANSWER], { answer: [ADDRESS] }, { ...change, usable })),
    ),
  );
  expect(plain).toMatchObject({
    points: [{ isRight: false, miss: expect.stringMatching(/^www.*SERVFAIL/) as string }],
  });
  expect(first).toMatchObject({ points: [{ isRight: true }] });
});

test('replies that stand as steps are given once each, whoever is asked', async () => {
  const { servers, steps } = scenario([ANSWER], { answer: [ADDRESS] });
  const replies = servers
    .flatMap(({ entries }) => entries)
    .map((entry, n) => ({ n: n + 2, type: 'REPLY', entry }));
  const told = scenario([], {}, { servers: [], steps: [...steps, ...replies] });
  expect(await scenarioOutcome(told)).toMatchObject({ points: [{ isRight: true }] });
});

test('the product does not contact loopback', async () => {
  const { servers } = scenario([ANSWER], {});
  const moved = JSON.parse(JSON.stringify(servers).replaceAll('192.0.2.53', '127.0.0.1')) as object[];
  expect(await scenarioOutcome(scenario([], FAILS, { servers: moved }))).toMatchObject({
    points: [{ isRight: true }],
  });
});

test('classes are told apart, and rows of another form counted', async () => {
  const good = scenario([ANSWER], { answer: [ADDRESS] });
  const bad = { ...scenario([], { answer: [ADDRESS] }), usable: 'needs-care' };
  const folder = sampleFolder({
    'cases/expected.jsonl': [good, bad, { file: 'x' }],
    'cases/scenarios/a.rpl': '',
  });
  expect((await scoreDns(folder)).figures).toEqual({
    cases: 2,
    right: 1,
    plain: 1,
    'needs-care': 0,
    unreadable: 1,
  });
});
