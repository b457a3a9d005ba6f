import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { givenVariables } from './given-variables';

const folder = mkdtempSync(join(tmpdir(), 'mxproof-given-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const missing = join(folder, 'missing');
const NAMES = ['MXPROOF_HELO', 'MXPROOF_BASE_PATH'];

test.each([
  [
    'both at once',
    { MXPROOF_HELO: 'a.example', MXPROOF_HELO_FILE: missing },
    'MXPROOF_HELO and MXPROOF_HELO_FILE are both given; set one of them.',
  ],
  [
    'no such file',
    { MXPROOF_HELO_FILE: missing },
    `MXPROOF_HELO_FILE names ${missing}, which cannot be read (ENOENT).`,
  ],
  [
    'a folder',
    { MXPROOF_HELO_FILE: folder },
    `MXPROOF_HELO_FILE names ${folder}, which cannot be read (EISDIR).`,
  ],
])('refused: %s', (_, environment, sentence) => {
  expect(givenVariables({ NODE_ENV: 'test', ...environment }, NAMES)).toEqual({
    ok: false,
    problem: [sentence],
  });
});

test.each([
  ['without its last line end', file('one', 'a.example\n'), 'a.example'],
  ['of either kind', file('crlf', 'a.example\r\n'), 'a.example'],
  ['and of one alone', file('two', ' a.example \n\n'), ' a.example \n'],
])('the value of a file, %s', (_, path, value) => {
  expect(givenVariables({ NODE_ENV: 'test', MXPROOF_HELO_FILE: path }, NAMES)).toEqual({
    ok: true,
    value: { MXPROOF_HELO: value },
  });
});

test.each([
  ['an empty file', { MXPROOF_HELO_FILE: file('empty', '\n') }],
  ['an empty value', { MXPROOF_HELO: ' ', MXPROOF_HELO_FILE: ' ' }],
  ['a variable of somebody else', { OTHER_FILE: missing }],
  ['part of the build', { MXPROOF_BASE_PATH_FILE: missing }],
])('none: %s', (_, environment) => {
  expect(givenVariables({ NODE_ENV: 'test', ...environment }, NAMES)).toEqual({ ok: true, value: {} });
});
