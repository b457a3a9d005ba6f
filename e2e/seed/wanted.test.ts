import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWanted } from './wanted';

test.each([
  [['--checks', ''], '--checks must be a whole number from 1 to 10000000.'],
  [['--checks', '0'], '--checks must be a whole number from 1 to 10000000.'],
  [['--checks=-1'], '--checks must be a whole number from 1 to 10000000.'],
  [['--checks', '1.5'], '--checks must be a whole number from 1 to 10000000.'],
  [['--checks', '1e3'], '--checks must be a whole number from 1 to 10000000.'],
  [['--checks', '99999999'], '--checks must be a whole number from 1 to 10000000.'],
  [['--checks', '5', '--domains', '6'], '--domains must be a whole number from 1 to 5.'],
  [['--domains', '0'], '--domains must be a whole number from 1 to 100000.'],
  [['--database', ''], '--database must name the file to make.'],
  [['5'], /Unexpected argument '5'/],
  [['--rows', '5'], /Unknown option '--rows'/],
])('%j is refused', (args, sentence) => expect(() => readWanted(args)).toThrow(sentence));

test.each([
  [[], { checks: 100_000, domains: 2_000, file: join('data', 'seeded.db') }],
  [['--checks', '40'], { checks: 40, domains: 40, file: join('data', 'seeded.db') }],
  [['--checks', '40', '--domains', '4', '--database', 'a.db'], { checks: 40, domains: 4, file: 'a.db' }],
])('%j is understood', (args, wanted) => expect(readWanted(args)).toEqual(wanted));
