import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const pages = readdirSync('docs', { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.md'),
);
const documents = [
  'ARCHITECTURE.md',
  'lib/README.md',
  'lib/rfc.md',
  'CONTRIBUTING.md',
  'README.md',
  ...pages.map((path) => `docs/${path}`),
];

/** Paths in backquotes. */
function quotedPaths(text: string): string[] {
  const quoted = [...text.matchAll(/`([^`\s]+)`/g)].map(([, path = '']) => path);
  return quoted.filter((path) => /^[\w.[\]-]+\/[\w./[\]-]*$/.test(path) && !/^\d/.test(path));
}

/** What links lead to on this disk. */
function linkedPaths(text: string): string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return links.filter((target) => !/^[a-z]+:/.test(target)).map((target) => target.replace(/#.*/, ''));
}

test.each(documents)('%s names only paths that exist', (document) => {
  const text = readFileSync(document, 'utf8');
  const missing = [
    // Inside `lib/` documents they may be relative to it.
    ...quotedPaths(text).filter((path) => !existsSync(path) && !existsSync(join('lib', path))),
    ...linkedPaths(text).filter((path) => !existsSync(join(dirname(document), path))),
  ];
  expect(missing).toEqual([]);
});

test('ARCHITECTURE.md is a map of at most 120 lines', () => {
  expect(readFileSync('ARCHITECTURE.md', 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(120);
});

test('decisions are numbered without a gap, in order of their dates, and say their number', () => {
  const names = readdirSync(join('docs', 'decisions')).sort();
  expect(names.map((name) => Number(/^(\d{4})-[a-z\d-]+\.md$/.exec(name)?.[1]))).toEqual(
    names.map((_, index) => index + 1),
  );
  const heads = names.map((name) => {
    const [title = '', , date = ''] = readFileSync(join('docs', 'decisions', name), 'utf8').split('\n');
    return { isNumbered: title.startsWith(`# ${name.slice(0, 4)} · `), date };
  });
  expect(heads.filter(({ isNumbered, date }) => !isNumbered || !/^\d{4}-\d\d-\d\d$/.test(date))).toEqual([]);
  expect(heads.map(({ date }) => date)).toEqual(heads.map(({ date }) => date).sort());
});

test('every room of lib is in ARCHITECTURE.md and lib/README.md', () => {
  const rooms = readdirSync('lib', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const [map = '', rules = ''] = ['ARCHITECTURE.md', 'lib/README.md'].map((path) =>
    readFileSync(path, 'utf8'),
  );
  expect(
    rooms.filter(({ name }) => !map.includes(`\`lib/${name}/\``) || !rules.includes(`\`${name}\``)),
  ).toEqual([]);
});

test('package-lock.json names every optional package; `npm run lock` adds what npm has left out', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const named = new Set(
    Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)),
  );
  const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  );
  expect(wanted.filter((name) => !named.has(name))).toEqual([]);
});
