import { expect, test } from 'vitest';
import { exitCodeOf } from '../../scripts/check-command.mjs';

test.each([
  ['failed', null, 70],
  ['interrupted', { outcome: 'accepted', side: 'none' }, 70],
  ['done', null, 70],
  ['done', { outcome: 'unknown', side: 'unknown' }, 75],
  ['done', { outcome: 'unknown', side: 'sender' }, 70],
  ['done', { outcome: 'temporary', side: 'sender' }, 70],
  ['done', { outcome: 'temporary', side: 'recipient' }, 75],
  ['done', { outcome: 'depends', side: 'recipient' }, 75],
  ['done', { outcome: 'permanent', side: 'recipient' }, 69],
  ['done', { outcome: 'permanent', side: 'sender' }, 70],
  ['done', { outcome: 'no-mail', side: 'recipient' }, 69],
  ['done', { outcome: 'accepted', side: 'none' }, 0],
])('%s, %o: exit code %d', (status, verdict, code) => expect(exitCodeOf({ status, verdict })).toBe(code));
