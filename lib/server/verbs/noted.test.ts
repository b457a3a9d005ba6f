import { beforeEach, expect, test } from 'vitest';
import { acceptedReport } from '@/e2e/fixtures/reports';
import type { Retest } from '@/lib/report/retest';
import { newCheckId } from '@/lib/store/check-id';
import type { Receiver } from '@/lib/watch/watch';
import { shortId } from '../config/log';
import { createDamages } from '../engine/damages';
import { createFrozenReports, type FoundReport } from '../engine/frozen-reports';
import type { Services } from '../engine/services';
import { askRetest } from './ask-retest';
import type { Caller } from './caller';
import { testReceiver } from './receivers';
import { stopRetest } from './stop-retest';

const ADA: Caller = {
  who: 'ada',
  account: null,
  ip: '192.0.2.1',
  rights: ['read', 'repeat-checks', 'administer'],
};
const ID = newCheckId();
const RECEIVER: Receiver = {
  id: newCheckId(),
  name: 'the pager',
  createdAt: new Date('2026-11-30T00:00:00Z'),
  createdBy: null,
  way: 'mail',
  address: 'pager@mxproof.example',
  quiet: null,
};

let noted: unknown[];
beforeEach(() => {
  noted = [];
});

interface Given {
  retest?: Retest | null;
  answer?: 'planned' | 'settled';
  hasStopped?: boolean;
  problem?: string | null;
}

/** Of an ended check, and one receiver. */
function services({ retest = null, answer = 'planned', hasStopped = true, problem = null }: Given): Services {
  const frozen = createFrozenReports<FoundReport>();
  const none = { retestOf: undefined, noticeId: undefined, formerId: undefined };
  frozen.keep(ID, { report: { ...acceptedReport, id: ID }, ...none });
  const given: Partial<Services> = {
    frozen,
    damages: createDamages(),
    runner: { find: () => Promise.resolve(null) } as Partial<Services['runner']> as Services['runner'],
    retests: {
      of: () => Promise.resolve(retest),
      ask: () => Promise.resolve(answer),
      stop: () => Promise.resolve(hasStopped),
    } as Partial<Services['retests']> as Services['retests'],
    alerts: { test: () => Promise.resolve(problem) } as Partial<Services['alerts']> as Services['alerts'],
    store: {
      readReceiver: () => Promise.resolve(RECEIVER),
      note: ({ who, action, object }) =>
        Promise.resolve(void noted.push(`${who ?? ''} ${action} ${object ?? ''}`)),
    } as Partial<Services['store']> as Services['store'],
  };
  return given as Services;
}

const GOES_ON: Retest = { firstId: ID, reason: 'asked', tries: [], nextAt: null, ending: null };

test.each<[string, Given, string[]]>([
  ['a check that is settled', { answer: 'settled' }, []],
  ['one that is repeated already', { retest: GOES_ON }, []],
  ['one that is not', {}, [`ada retest-asked ${shortId(ID)}`]],
  [
    'one whose repetitions were stopped',
    { retest: { ...GOES_ON, ending: 'stopped' } },
    [`ada retest-asked ${shortId(ID)}`],
  ],
])('repetitions are asked for, of %s', async (_, given, says) => {
  await askRetest(ADA, { id: ID }, services(given)).catch(() => undefined);
  expect(noted).toEqual(says);
});

test.each([
  ['nothing is repeated', false, []],
  ['they go on', true, [`ada retest-stopped ${shortId(ID)}`]],
])('repetitions are stopped: %s', async (_, hasStopped, says) => {
  await stopRetest(ADA, { id: ID }, services({ hasStopped }));
  expect(noted).toEqual(says);
});

test.each([
  ['it takes what it is told', null],
  ['it does not', 'no such mailbox'],
])('a receiver is tried: %s', async (_, problem) => {
  await testReceiver(ADA, { id: RECEIVER.id }, services({ problem })).catch(() => undefined);
  expect(noted).toEqual(['ada receiver-tested the pager']);
});
