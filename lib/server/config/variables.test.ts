import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Environment } from './settings';

const shape: Readonly<Record<string, { safeParse(value: unknown): { success: boolean; data?: unknown } }>> =
  Environment.shape;

/** Set by `npm run lab` alone. */
const OF_THE_LAB = 'MXPROOF_LAB_TARGETS';

const NAMES = Object.keys(shape).filter((name) => name !== OF_THE_LAB);

/** What is said of each variable, by name: the text that stands for its default. */
const DOCUMENTED = [
  {
    page: 'docs/configuration.md',
    /** A literal in code, anything else in words: "none", "see below". */
    entries: tableRows(readFileSync('docs/configuration.md', 'utf8')),
  },
  {
    page: '.env.example',
    entries: [...readFileSync('.env.example', 'utf8').matchAll(/^#([A-Z_]+)=(.*)$/gm)].map(
      ([, name = '', value = '']) => ({ name, value: value === '' ? null : value }),
    ),
  },
];

describe.each(DOCUMENTED)('$page', ({ entries }) => {
  test('has each variable once, and no other', () => {
    expect(entries.map(({ name }) => name).sort()).toEqual([...NAMES].sort());
  });

  test.each(entries)('$name: the default is $value', ({ name, value }) => {
    const byDefault = shape[name]?.safeParse(undefined).data;
    if (value === null)
      expect([undefined, '', [], { domains: [], networks: [] }, {}]).toContainEqual(byDefault);
    else expect(shape[name]?.safeParse(value)).toEqual({ success: true, data: byDefault });
  });
});

test('what is not set has no value in .env.example', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n');
  expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
});

test('every row of a table in docs/configuration.md stands below a head', () => {
  const lines = readFileSync('docs/configuration.md', 'utf8').split('\n');
  const isRow = (line: string | undefined) => line?.startsWith('|') === true;
  const firsts = lines.flatMap((line, at) => (isRow(line) && !isRow(lines[at - 1]) ? [at] : []));
  expect(firsts.length).toBeGreaterThan(0);
  for (const at of firsts) expect(lines[at + 1], lines[at]).toMatch(/^\|(?: *:?-+:? *\|)+$/);
});

/** Rows of tables whose first cell names variables, several of them with several defaults. */
function tableRows(text: string): { name: string; value: string | null }[] {
  return text.split('\n').flatMap((line) => {
    const [, names = '', values = ''] = line.split('|').map((cell) => cell.trim());
    if (!/^`[A-Z]/.test(names)) return [];
    const literals = inCode(values);
    const isLiteral = values === literals.map((literal) => `\`${literal}\``).join(', ');
    return inCode(names)
      .map((name, at) => ({ name, value: isLiteral ? (literals[at] ?? null) : null }))
      .filter(({ name }) => !name.startsWith('NODE_'));
  });
}

function inCode(text: string): string[] {
  return [...text.matchAll(/`([^`]*)`/g)].map(([, code = '']) => code);
}
