import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { DATABASE_LIBRARIES, libraryOfNode } from '@/scripts/ready.mjs';

const folder = mkdtempSync(join(tmpdir(), 'mxproof-base-path-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the command of an archive says that was built for this path. */
function said(built: string, asked: string | undefined): { code: number | null; text: string } {
  const root = join(folder, built);
  cpSync('scripts', join(root, 'scripts'), { recursive: true });
  const files = {
    [join('.next', 'required-server-files.json')]: JSON.stringify({ config: { basePath: built } }),
    [join(DATABASE_LIBRARIES, libraryOfNode(process.versions.modules))]: '',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { MXPROOF_BASE_PATH: _, ...env } = process.env;
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'mxproof.mjs'), 'nothing'], {
    env: { ...env, ...(asked !== undefined && { MXPROOF_BASE_PATH: asked }) },
    encoding: 'utf8',
  });
  return { code: status, text: stderr };
}

test.each([
  ['/', '', '/mxproof'],
  ['/proof', '/proof', '/mxproof'],
])('an archive that serves at %s does not start at another path', (at, built, asked) => {
  expect(said(built, asked)).toEqual({
    code: 1,
    text: expect.stringContaining(`This archive serves at ${at}; MXPROOF_BASE_PATH asks for ${asked}.`),
  });
});

test.each([
  ['', undefined],
  ['', ''],
  ['/proof', undefined],
  ['/proof', '/proof'],
])('built for "%s", asked for "%s": the path is taken', (built, asked) => {
  expect(said(built, asked).text).toContain('There is no command nothing');
});
