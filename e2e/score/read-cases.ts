import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One row of a set, with its fields as they stand in the file. */
export type Row = Record<string, unknown>;

/**
 * Reads every row of `DIR/cases`: JSON (a list, or an object with a list), JSON lines, and tables with a header line,
 * separated by tabs or commas. Throws with one sentence when there is nothing to read.
 */
export function readCases(folder: string): Row[] {
  const cases = join(folder, 'cases');
  if (!existsSync(cases)) throw new Error(`There is no folder ${cases}.`);
  const rows = readdirSync(cases)
    .sort()
    .flatMap((name) => readFile(name, readFileSync(join(cases, name), 'utf8')));
  if (rows.length === 0) throw new Error(`${cases} holds no rows of a form that can be read here.`);
  return rows;
}

function readFile(name: string, text: string): Row[] {
  const ending = /\.(\w+)$/.exec(name)?.[1];
  switch (ending) {
    case 'json':
      return rowsOf(JSON.parse(text));
    case 'jsonl':
    case 'ndjson':
      return lines(text).flatMap((line) => rowsOf(JSON.parse(line)));
    case 'tsv':
      return table(lines(text).map((line) => line.split('\t')));
    case 'csv':
      return table(lines(text).map(splitCommas));
    default:
      return [];
  }
}

function rowsOf(value: unknown): Row[] {
  if (Array.isArray(value)) return value.flatMap(rowsOf);
  if (!isRow(value)) return [];
  const list = Object.values(value).find((field) => Array.isArray(field) && field.some(isRow));
  return list === undefined || 'id' in value ? [value] : rowsOf(list);
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line !== '');
}

function table([header = [], ...rows]: string[][]): Row[] {
  return rows.map((cells) => Object.fromEntries(header.map((name, i) => [name.trim(), cells[i] ?? ''])));
}

/** RFC 4180 §2: a field in double quotes may hold commas; a quote inside is doubled. */
function splitCommas(line: string): string[] {
  const fields = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return fields.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}
