// What the test runners have written down of a run: how many passed, and what failed, each with where and why.
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** Characters of a reason that are told; the whole of it stands where it failed. */
const REASON_LENGTH = 300;

/**
 * Browser tests that may need their second try in one run: a machine that stands still for a moment fails one or two of hundreds,
 * and it is never the same. With more than that, or the same one again, something is wrong with the tests or with what they test.
 */
const MAX_SECOND_TRIES = 3;

/**
 * @typedef {{ passed: number; failed: number; failures: string[]; secondTries: string[] }} Results A run that broke before it
 * could count its tests has failed as well. What passed at its second try is told by name, and failed when there are too many.
 * @typedef {{ title: string; file: string; suites?: Suite[]; specs: Spec[] }} Suite
 * @typedef {{ title: string; tests: { status: string; results: { error?: { message?: string } }[] }[] }} Spec
 * @typedef {{ numPassedTests: number; numFailedTests: number; numPendingTests: number; testResults: UnitFile[] }} UnitRun
 * @typedef {{ name: string; status: string; message: string; assertionResults: UnitTest[] }} UnitFile
 * @typedef {{ fullName: string; status: string; failureMessages: string[] }} UnitTest
 */

/** @type {Results} */
const BROKEN = {
  passed: 0,
  failed: 1,
  failures: ['the run itself: it wrote no results'],
  secondTries: [],
};

/**
 * The results of Vitest: tests that were left out have failed, and so has a file that could not be loaded.
 * @param {string} file
 * @param {string} root what the names of files are told from
 * @returns {Results}
 */
export function unitResults(file, root) {
  /** @type {UnitRun | null} */
  const run = read(file);
  if (run === null) return BROKEN;
  const failures = run.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status !== 'passed');
    const told = tests.map(({ fullName, status, failureMessages: [why] }) => lineOf(fullName, why ?? status));
    const lines = told.length === 0 && status === 'failed' ? [lineOf('the file itself', message)] : told;
    return lines.map((line) => `${relative(root, name)} › ${line}`);
  });
  return { passed: run.numPassedTests, failed: failures.length, failures, secondTries: [] };
}

/**
 * The results of Playwright: a test that was left out has failed.
 * @param {string} file
 * @returns {Results}
 */
export function browserResults(file) {
  /** @type {{ suites: Suite[]; errors: { message?: string }[]; stats: { expected: number } } | null} */
  const run = read(file);
  if (run === null) return BROKEN;
  const told = run.suites.flatMap((suite) => toldOf(suite));
  const lines = (/** @type {boolean} */ isFlaky) =>
    told.filter(({ status }) => (status === 'flaky') === isFlaky).map(({ line }) => line);
  const secondTries = lines(true);
  const isFew = secondTries.length <= MAX_SECOND_TRIES;
  const failures = [
    ...run.errors.map(({ message }) => lineOf('the run itself', message)),
    ...lines(false),
    ...(isFew ? [] : secondTries),
  ];
  const passed = run.stats.expected + (isFew ? secondTries.length : 0);
  return { passed, failed: failures.length, failures, secondTries };
}

/**
 * The tests that did not pass at once.
 * @param {Suite} suite
 * @returns {{ status: string; line: string }[]}
 */
function toldOf({ file, specs, suites = [] }) {
  const own = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status !== 'expected')
      .map(({ status, results }) => {
        const why = results.find(({ error }) => error !== undefined)?.error?.message;
        return { status, line: `${file} › ${lineOf(title, `${status}: ${why ?? 'no reason is given'}`)}` };
      }),
  );
  return [...own, ...suites.flatMap(toldOf)];
}

/**
 * @param {string} title
 * @param {string | undefined} why
 */
function lineOf(title, why) {
  const reason = stripVTControlCharacters(why ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return `${title}: ${reason.slice(0, REASON_LENGTH)}`;
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
