import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const documents = ['ARCHITECTURE.md', 'lib/README.md', 'lib/rfc.md', 'CONTRIBUTING.md', 'README.md'];

/** Paths in backquotes; inside `lib/` documents they may be relative to it. */
function pathsOf(document: string): string[] {
  const text = readFileSync(document, 'utf8');
  const quoted = [...text.matchAll(/`([^`\s]+)`/g)].map(([, path = '']) => path);
  return quoted.filter((path) => /^[\w.[\]-]+\/[\w./[\]-]*$/.test(path) && !/^\d/.test(path));
}

test.each(documents)('%s names only paths that exist', (document) => {
  const missing = pathsOf(document).filter(
    (path) => ![path, `lib/${path}`].some((place) => existsSync(place)),
  );
  expect(missing).toEqual([]);
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
