import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';

/** One row of a set, with its fields as they stand in the file. */
export type Row = Record<string, unknown>;

/** The rows of a form, and one line about each that has another. */
export interface Rows<T> {
  rows: T[];
  unreadable: string[];
}

/** Reads a row of JSON a line. Throws with one sentence when there is no row at all. */
export function readLines<T>(file: string, form: z.ZodType<T>): Rows<T> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const read = rowsOf(linesOf(readFileSync(file, 'utf8')).map(jsonOf), form);
  if (read.rows.length === 0) throw new Error(`${file} holds no row of the form that is read here.`);
  return read;
}

/** Rows that have the form; the others are told of with their number, from 1. */
export function rowsOf<T>(values: readonly unknown[], form: z.ZodType<T>): Rows<T> {
  const read: Rows<T> = { rows: [], unreadable: [] };
  for (const [index, value] of values.entries()) {
    const parsed = form.safeParse(value);
    if (parsed.success) read.rows.push(parsed.data);
    else {
      const [issue] = parsed.error.issues;
      read.unreadable.push(`row ${index + 1}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
    }
  }
  return read;
}

/**
 * Reads every row of `DIR/cases` of a set of our own: JSON lists, JSON lines, and tables with a header line, separated by
 * tabs. Throws with one sentence when there is nothing to read.
 */
export function readCases(folder: string): Row[] {
  const cases = join(folder, 'cases');
  if (!existsSync(cases)) throw new Error(`There is no folder ${cases}.`);
  const rows = readdirSync(cases)
    .sort()
    .flatMap((name) => valuesOf(name, readFileSync(join(cases, name), 'utf8')))
    .filter(isRow);
  if (rows.length === 0) throw new Error(`${cases} holds no rows of a form that can be read here.`);
  return rows;
}

function valuesOf(name: string, text: string): unknown[] {
  if (name.endsWith('.json')) {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  }
  if (name.endsWith('.jsonl')) return linesOf(text).map(jsonOf);
  return name.endsWith('.tsv') ? tableOf(linesOf(text).map((line) => line.split('\t'))) : [];
}

/** Null for a line that is no JSON, which has no row's form. */
function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line !== '');
}

function tableOf([header = [], ...rows]: string[][]): Row[] {
  return rows.map((cells) => Object.fromEntries(header.map((name, i) => [name.trim(), cells[i] ?? ''])));
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
