import { afterEach, describe, expect, test, vi } from 'vitest';

afterEach(() => vi.unstubAllEnvs());

/** As a build for this base path has it. */
function built(basePath: string) {
  vi.stubEnv('MXPROOF_BASE_PATH', basePath);
  vi.resetModules();
  return import('./own-link');
}

describe('a path of ours', () => {
  test.each([
    ['/mxproof', '/mxproofs', null],
    ['/mxproof', '/', null],
    ['/mxproof', '/check/mxproof', null],
    ['/mxproof', '', null],
    ['/mxproof', 'http://elsewhere.example/mxproof', null],
    ['/mxproof', '/mxproof', '/'],
    ['/mxproof', '/mxproof?again=1', '/?again=1'],
    ['/mxproof', '/mxproof/', '/'],
    ['/mxproof', '/mxproof/api/checks?limit=1', '/api/checks?limit=1'],
    ['', '*', null],
    ['', '/', '/'],
    ['', '/api/checks', '/api/checks'],
  ])('at %j, %j is %j', async (basePath, url, path) => {
    expect((await built(basePath)).ownPath(url)).toBe(path);
  });
});

describe('a link', () => {
  test.each([
    ['/mxproof', '/', '/mxproof'],
    ['/mxproof', '/?again=1', '/mxproof?again=1'],
    ['/mxproof', '/check/1', '/mxproof/check/1'],
    ['', '/', '/'],
    ['', '/?again=1', '/?again=1'],
    ['', '/check/1', '/check/1'],
  ])('at %j, to %j is %j', async (basePath, path, link) => {
    expect((await built(basePath)).ownLink(path)).toBe(link);
  });
});
