import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import prettier from 'prettier';
import { compareFigures, readFigures, writeFigures } from './figures';
import type { Half } from './half';
import type { Figures } from './outcome';
import { allPlaces, folderOf, score } from './sets';

const PAGE = 'docs/figures.md';

/**
 * `npm run score -- SET [DIR]`: how a set comes out; ends with one line of JSON. `npm run score -- all`: every set that is
 * there, a line each, compared with docs/figures.md; `--write` puts the figures of now into that page. `--half a` or `--half b`
 * takes one half of the rows of a set of replies or mails, to write rules by one and to measure them by the other.
 */
async function main(args: string[]): Promise<number> {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { write: { type: 'boolean', default: false }, half: { type: 'string' } },
    });
    const [set = '', folder = folderOf(set)] = positionals;
    if (set === 'all') return await (values.write ? writeAll() : checkAll());
    return await scoreOne(set, folder, halfNamed(values.half));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

function halfNamed(half: string | undefined): Half | null {
  if (half === undefined || half === 'a' || half === 'b') return half ?? null;
  throw new Error(`--half ${half}: a set has the halves a and b.`);
}

async function scoreOne(set: string, folder: string, half: Half | null): Promise<number> {
  const { lines, figures } = await score(set, folder, half);
  for (const line of lines) console.log(line);
  console.log(JSON.stringify({ set, ...(half === null ? {} : { half }), ...figures }));
  return 0;
}

/** The last line is the one that CI counts. */
async function checkAll(): Promise<number> {
  const got = await scoreAll();
  const wanted = readFigures(readFileSync(PAGE, 'utf8'));
  const complaints = compareFigures(wanted, got);
  const failed = [...got].filter(
    ([title, figures]) => compareFigures(wanted, new Map([[title, figures]])).length > 0,
  );
  for (const complaint of complaints) console.log(complaint);
  const absent = [...wanted.keys()].filter((title) => !got.has(title));
  if (absent.length > 0) console.log(`Not there to be scored: ${absent.join(', ')}.`);
  console.log(`${got.size - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
}

async function writeAll(): Promise<number> {
  const page = writeFigures(readFileSync(PAGE, 'utf8'), await scoreAll());
  const options = await prettier.resolveConfig(PAGE);
  writeFileSync(PAGE, await prettier.format(page, { ...options, filepath: PAGE }));
  return 0;
}

async function scoreAll(): Promise<Map<string, Figures>> {
  const { places, withoutReader } = allPlaces();
  const got = new Map<string, Figures>();
  for (const { title, set, folder } of places) {
    const { figures } = await score(set, folder);
    console.log(JSON.stringify({ set: title, ...figures }));
    got.set(title, figures);
  }
  if (withoutReader.length > 0) console.log(`The product has no reader yet for ${withoutReader.join(', ')}.`);
  return got;
}

process.exitCode = await main(process.argv.slice(2));
