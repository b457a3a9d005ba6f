import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { groupBy } from '@/lib/group-by';

/** Every source of a page's look, with its lines. */
const SOURCES = ['app', 'components'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:tsx|css)$/.test(path))
    .map((path) => ({ path: join(folder, path), text: readFileSync(join(folder, path), 'utf8') })),
);

/** Where one is allowed to stand: the primitives have the classes that everybody else takes from them. */
const PRIMITIVES = join('components', 'ui');

/** Columns and places are matters of one layout; names of states are no values. */
const OF_ONE_LAYOUT = /^(?:grid-cols|top|data)$/;

/** Places of a pattern, as `path: what was found`. */
function places(pattern: RegExp, within = SOURCES): string[] {
  return within.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map(([found]) => `${path}: ${found}`),
  );
}

test('sizes and colours have names: no class brings a value of its own', () => {
  const found = places(/[\w-]+-\[[^\]\s]+\]/g).filter((place) => {
    const [, utility = ''] = /: ([\w-]+)-\[/.exec(place) ?? [];
    return !OF_ONE_LAYOUT.test(utility);
  });
  expect(found).toEqual([]);
});

test('no page sets type by a number', () => {
  const sheet = SOURCES.filter(({ path }) => path.endsWith('.css'));
  expect(places(/\bfont(?:-size)?:[^;]*\d(?:px|r?em)\b[^;]*/g, sheet)).toEqual([]);
});

test('colours stand in the style sheet; what the frame of the browser is told agrees with it', () => {
  const sheet = SOURCES.find(({ path }) => path.endsWith('globals.css'))?.text ?? '';
  const pages = SOURCES.filter(({ path }) => path.endsWith('.tsx'));
  const found = places(/#[\da-f]{6}\b/gi, pages);
  const papers = [...sheet.matchAll(/--paper: (#[\da-f]{6});/g)].map(([, colour = '']) => colour);
  const layout = join('app', 'layout.tsx');
  expect(new Set(found)).toEqual(new Set(papers.map((colour) => `${layout}: ${colour}`)));
});

test('buttons, fields, panels and folds, titles and summaries are those of components/ui', () => {
  const others = SOURCES.filter(({ path }) => path.endsWith('.tsx') && !path.startsWith(PRIMITIVES));
  const classes = places(
    /(?<=className=[^>]{0,80}["' ])(?:btn|btn-main|field|panel|panel-long|fold)(?=["' ])/g,
    others,
  );
  expect([...classes, ...places(/<h1\b|<summary\b/g, others)]).toEqual([]);
});

/** Classes from which on a list of them is a thing with a name. */
const NAMED_FROM = 4;

test('a look that is written a third time is a primitive', () => {
  const lists = SOURCES.flatMap(({ text }) =>
    [...text.matchAll(/className="([^"]+)"/g)].map(([, classes = '']) => classes),
  );
  const repeated = groupBy(lists, (classes) => classes).filter(
    (same) => same.length > 2 && same[0].split(' ').length >= NAMED_FROM,
  );
  expect(repeated.map(([classes]) => classes)).toEqual([]);
});
