import { parseTarget } from '@/lib/target/target';
import type { Row } from './read-cases';

/** Names under which a row may hold what is to be read, and what it should come to. */
const INPUT_FIELDS = ['input', 'address', 'email', 'mailbox', 'domain', 'name', 'value', 'text'];
const VALID_FIELDS = ['valid', 'expected', 'expect', 'label', 'ok', 'result', 'verdict'];

const VALID_WORDS = new Set(['true', 'valid', 'ok', 'yes', '1', 'accept', 'pass']);
const INVALID_WORDS = new Set(['false', 'invalid', 'no', '0', 'reject', 'fail', 'error']);

/** One row that counts, and how it came out. */
export interface Scored {
  input: string;
  expected: boolean;
  got: boolean;
  /** Why it was refused; null when it was accepted. */
  problem: string | null;
}

/** Scores one row; null when it has no input or no plain valid/invalid label, so that it does not count. */
export function scoreRow(set: 'email-syntax' | 'domain-syntax', row: Row): Scored | null {
  const input = INPUT_FIELDS.map((field) => row[field]).find((value) => typeof value === 'string');
  const expected = VALID_FIELDS.map((field) => labelOf(row[field])).find((label) => label !== null);
  if (input === undefined || expected === undefined) return null;
  const parsed = parseTarget(input);
  const wanted = set === 'domain-syntax' ? ['domain'] : ['mailbox', 'literal'];
  const got =
    parsed.ok && wanted.includes(parsed.value.kind) && (set === 'domain-syntax' || input.includes('@'));
  return { input, expected, got, problem: parsed.ok ? null : parsed.problem.code };
}

function labelOf(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' || typeof value === 'number' ? String(value).toLowerCase() : '';
  if (VALID_WORDS.has(word)) return true;
  return INVALID_WORDS.has(word) ? false : null;
}
