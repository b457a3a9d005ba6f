import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isWithin,
  labelCount,
  labelsOf,
  lastLabels,
  nameOfLabels,
  parentName,
  parseDomainName,
  ROOT,
} from './name';

const name = (text: string) => {
  const parsed = parseDomainName(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
};

test.each([
  ['', 'empty'],
  ['a..b', 'empty-label'],
  ['.a', 'empty-label'],
  ['a.\\', 'bad-escape'],
  ['a.\\999', 'bad-escape'],
  ['ä.example', 'bad-escape'],
  ['a b.example', 'bad-escape'],
  [`${'x'.repeat(64)}.example`, 'label-too-long'],
  [`${'x'.repeat(63)}.`.repeat(4), 'name-too-long'],
])('RFC 1035 §2.3.4 refuses %j: %s', (input, problem) => {
  expect(parseDomainName(input)).toEqual({ ok: false, problem });
});

test.each([
  ['Example.ORG', 'example.org'],
  ['example.org.', 'example.org'],
  ['.', '.'],
  ['a\\.b.example', 'a\\.b.example'],
  ['a\\.', 'a\\.'],
  ['a\\046b.example', 'a\\.b.example'],
  ['_dmarc.example.org', '_dmarc.example.org'],
])('%j is %j', (input, expected) => {
  expect(parseDomainName(input)).toEqual({ ok: true, value: expected });
});

test.each([
  ['a.example.org', 'example.org', true],
  ['example.org', 'example.org', true],
  ['anything.test', '.', true],
  ['badexample.org', 'example.org', false],
  ['org', 'example.org', false],
  ['a\\.example.org', 'example.org', false],
])('%s within %s: %s', (inner, zone, expected) => {
  expect(isWithin(name(inner), name(zone))).toBe(expected);
});

describe('labels', () => {
  test('a dot inside a label is no separator', () => {
    expect(labelCount(name('a\\.b.example'))).toBe(2);
    expect(parentName(name('a\\.b.example'))).toBe('example');
    expect(lastLabels(name('a.b.c'), 2)).toBe('b.c');
    expect(parentName(ROOT)).toBe('.');
  });

  test('any labels: a name, or a limit; printing and parsing is stable', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 70 }), { maxLength: 8 }), (labels) => {
        const made = nameOfLabels(labels);
        if (!made.ok) return;
        const again = parseDomainName(made.value);
        expect(again).toEqual(made);
        expect(labelsOf(made.value)).toHaveLength(labels.length);
        expect(labelCount(made.value)).toBe(labels.length);
      }),
    );
  });
});
