import { expect, test } from 'vitest';
import type { Retest, RetestTry } from '@/lib/report/retest';
import { retestStory } from './retest-story';

function attempt(at: string, about: Partial<RetestTry> = {}): RetestTry {
  return {
    id: at,
    at: `2026-11-23T${at}:00.000Z`,
    status: 'done',
    outcome: 'temporary',
    code: 450,
    ...about,
  };
}

const ACCEPTED = { outcome: 'accepted', code: 250 } as const;
const TOMORROW = { at: '2026-11-24T00:10:00.000Z' };

test.each<[string, Partial<Retest>]>([
  ['', { tries: [] }],
  [
    'First try 450 at 10:02 UTC. The next try is at 10:07, automatically.',
    { tries: [attempt('10:02')], nextAt: '2026-11-23T10:07:01.000Z' },
  ],
  [
    'First try 450 at 23:55 UTC, 450 at 2026-11-24, 00:10. The next try is at 2026-11-24, 00:55, automatically.',
    { tries: [attempt('23:55'), attempt('x', TOMORROW)], nextAt: '2026-11-24T00:55:00.000Z' },
  ],
  [
    'First try 450 at 10:02 UTC, under way at 10:07.',
    { tries: [attempt('10:02'), attempt('10:07', { status: 'running', outcome: null, code: null })] },
  ],
  [
    'First try 450 at 10:02 UTC, accepted at 10:08: greylisting, working as meant.',
    { tries: [attempt('10:02'), attempt('10:08', ACCEPTED)], ending: 'settled' },
  ],
  [
    'First try deferred at 10:02 UTC, accepted at 10:08: the refusal was temporary, as it said.',
    {
      tries: [attempt('10:02', { code: null }), attempt('10:08', ACCEPTED)],
      ending: 'settled',
      reason: 'asked',
    },
  ],
  [
    'First try 450 at 10:02 UTC, refused with 550 at 10:08: what looked temporary is a refusal for good.',
    { tries: [attempt('10:02'), attempt('10:08', { outcome: 'permanent', code: 550 })], ending: 'settled' },
  ],
  [
    'First try 450 at 10:02 UTC, without a result at 10:07. No further try: it was stopped.',
    {
      tries: [attempt('10:02'), attempt('10:07', { status: 'interrupted', outcome: null, code: null })],
      ending: 'stopped',
    },
  ],
  [
    'First try 450 at 10:02 UTC, 451 at 10:07. It was asked 2 times within 24 hours, and the next try would be later than that; a mail server goes on for four or five days (RFC 5321 §4.5.4.1).',
    { tries: [attempt('10:02'), attempt('10:07', { code: 451 })], ending: 'used-up' },
  ],
  [
    'First try 450 at 10:02 UTC, 450 at 10:07, 450 at 10:22, 450 at 11:07, 450 at 13:22, 450 at 20:07. It was asked 6 times within 24 hours; a mail server goes on for four or five days (RFC 5321 §4.5.4.1).',
    {
      tries: ['10:02', '10:07', '10:22', '11:07', '13:22', '20:07'].map((at) => attempt(at)),
      ending: 'used-up',
    },
  ],
])('%s', (story, about) => {
  expect(
    retestStory({ firstId: 'x', reason: 'greylisted', nextAt: null, ending: null, tries: [], ...about }),
  ).toBe(story);
});
