import { expect, test } from 'vitest';
import { refusedReport } from '@/e2e/fixtures/refused';
import type { Before } from '@/lib/report/before';
import type { Report } from '@/lib/report/report';
import { compareNotice } from './compare-notice';

const [session] = refusedReport.sessions.filter(({ n }) => n === refusedReport.verdict?.session);

const REPLY = { code: 550, enhanced: '5.1.1', lines: ['5.1.1 User unknown', '5.1.1 see 4711'] };
const CHECK: Report = {
  ...refusedReport,
  sessions:
    session === undefined ? [] : [{ ...session, exchange: 'mx1.a.test', address: '192.0.2.1', reply: REPLY }],
};

const NOTICE: Before = {
  reportMail: 'x',
  url: '/bounce/x',
  at: null,
  isDelay: false,
  host: 'mx1.a.test',
  stage: 'rcpt',
  code: 550,
  status: '5.1.1',
  reply: '550-5.1.1 User unknown 550 5.1.1 see 0815',
  category: 'mailbox-unknown',
  permanence: 'permanent',
};

const NOTHING = { host: null, stage: null, code: null, status: null, reply: null, permanence: null };

const ALL = ['outcome', 'stage', 'server', 'reply', 'code', 'status', 'permanence'];

function compared(before: Partial<Before>, check: Partial<Report> = {}) {
  const [section, ...others] = compareNotice({ ...NOTICE, ...before }, { ...CHECK, ...check });
  expect(others).toEqual([]);
  const names = (rows: { what: string }[] = []) => rows.map(({ what }) => what.replace('verdict.', ''));
  return {
    different: names(section?.different),
    oneSided: names(section?.oneSided),
    alike: names(section?.alike),
  };
}

test.each<[string, Partial<Before>, string[], string[]]>([
  ['the same', {}, [], []],
  ['a notice that says nothing', NOTHING, [], ALL.filter((name) => name !== 'outcome')],
  ['a server by its address', { host: '192.0.2.1' }, [], []],
  ['a server in capitals, with the last dot', { host: 'MX1.a.test.' }, [], []],
  ['another address', { host: '192.0.2.2' }, ['server'], []],
  ['a reply without codes', { reply: 'User unknown\n see 1' }, [], []],
  ['another reply', { reply: '550 5.1.1 Mailbox is full' }, ['reply'], []],
  ['a number within words is no code', { reply: 'User unknown see 550' }, [], []],
  ['a delay', { isDelay: true, permanence: 'temporary' }, ['outcome', 'permanence'], []],
  [
    'a temporary reply until the mail was returned',
    { code: 451, status: '4.3.0', permanence: 'temporary' },
    ['code', 'status', 'permanence'],
    [],
  ],
])('%s', (_, before, different, oneSided) => {
  const found = compared(before);
  expect(found).toEqual({
    different,
    oneSided: expect.arrayContaining(oneSided) as string[],
    alike: ALL.filter((name) => !different.includes(name) && !oneSided.includes(name)),
  });
  expect(found.oneSided).toHaveLength(oneSided.length);
});

test('what a check without a verdict has not, the outcome says', () => {
  expect(compared({}, { verdict: null })).toEqual({ different: [], oneSided: ['outcome'], alike: [] });
});

test('the bounce is the first of both', () => {
  const [section] = compareNotice({ ...NOTICE, code: 554 }, CHECK);
  expect(section?.different).toEqual([{ what: 'verdict.code', of: '', a: ['554'], b: ['550'] }]);
  expect(section?.alike[0]).toEqual({ what: 'verdict.outcome', of: '', a: ['returned'], b: ['permanent'] });
});
