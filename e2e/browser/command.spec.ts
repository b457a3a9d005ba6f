import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from './page-test';

interface Ran {
  code: number;
  said: string;
}

/** `npm run check` with these arguments, against an mxproof at this URL. */
function runCheck(url: string, ...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const env = { ...process.env, MXPROOF_ENV_FILE: '/dev/null' };
    execFile(
      process.execPath,
      [join('scripts', 'check.mjs'), '--url', url, ...args],
      { env },
      (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: `${stdout}${stderr}` }),
    );
  });
}

test('the command says by its exit code what came of a check', async ({ baseURL: given }) => {
  const baseURL = given ?? '';
  for (const [code, words, ...args] of [
    [64, 'mxproof: check TARGET'],
    [64, 'mxproof: check TARGET', 'a.test', '--json', '--text'],
    [64, 'mxproof: check TARGET', 'a.test', '--fly'],
    [64, 'mxproof: ', 'no domain', '--wait'],
    [69, 'mailbox', 'nobody@mailbox-unknown.test', '--wait'],
    [75, '', 'user@greylisting.test', '--wait', '--text'],
    [0, '"outcome": "accepted"', 'user@healthy.test', '--wait', '--json'],
    [0, `${baseURL}/check/`, 'user@healthy.test'],
  ] as const) {
    const ran = await runCheck(baseURL, ...args);
    expect([args.join(' '), ran.code, ran.said]).toEqual([
      args.join(' '),
      code,
      expect.stringContaining(words),
    ]);
  }
  expect(await runCheck('http://127.0.0.1:9', 'a.test')).toEqual({
    code: 70,
    said: expect.stringMatching(/^mxproof: http:\/\/127\.0\.0\.1:9 does not answer \(.*\)\.\n$/),
  });
});
