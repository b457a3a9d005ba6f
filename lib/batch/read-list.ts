import { no, ok, type Result } from '../result';
import type { TargetProblem } from '../target/problem';
import { parseTarget, type Target } from '../target/target';
import { MAX_KEPT_CHARACTERS, MAX_TARGETS, PIECE_LINES } from './limits';
import { listForm } from './list-form';
import { linesOf, type ListedText, textsOf } from './list-lines';
import { turnsOf } from './turns';

/** One target of a list, or a line that is none; each once, where it stands first. */
export interface ListedTarget {
  /** Its line, from 1. */
  line: number;
  /** Lines that name it. */
  lines: number;
  /** As it stands there. */
  input: string;
  /** Null: it is none, and `problem` says why. */
  target: Pick<Target, 'domain' | 'mailbox'> | null;
  problem: Pick<TargetProblem, 'code' | 'say'> | null;
  /** When its turn comes, from 0. */
  turn: number;
}

export interface TargetList {
  targets: ListedTarget[];
  /** Lines that name one again. */
  repeats: number;
}

/** Why a list cannot be a batch, as a sentence. */
export interface ListProblem {
  code: 'empty' | 'no-targets' | 'too-many';
  say: string;
}

/** Lines by which the form of a list is found out. */
const SAMPLE_LINES = 200;

/** By which two targets are one. */
export function targetKey({ domain, mailbox }: Pick<Target, 'domain' | 'mailbox'>): string {
  return mailbox ?? domain;
}

/** Reads a list or a table of any text. Yields after every so many lines, so that others have their turn. */
export function* readList(text: string): Generator<void, Result<TargetList, ListProblem>> {
  const sample: string[] = [];
  for (const line of linesOf(text)) {
    sample.push(line.text);
    if (sample.length >= SAMPLE_LINES) break;
  }
  return yield* gather(textsOf(text, listForm(sample)));
}

/** The same of targets that stand one by one; each is a line. */
export function* readTargets(texts: readonly string[]): Generator<void, Result<TargetList, ListProblem>> {
  return yield* gather(numbered(texts));
}

function* numbered(texts: readonly string[]): Generator<ListedText> {
  for (const [at, text] of texts.entries()) yield { line: at + 1, text };
}

function* gather(texts: Iterable<ListedText>): Generator<void, Result<TargetList, ListProblem>> {
  const known = new Map<string, ListedTarget>();
  let repeats = 0;
  let read = 0;
  for (const { line, text } of texts) {
    if (++read % PIECE_LINES === 0) yield;
    const parsed = parseTarget(text);
    const key = parsed.ok ? targetKey(parsed.value) : `\n${text}`;
    const before = known.get(key);
    if (before !== undefined) {
      before.lines++;
      repeats++;
      continue;
    }
    if (known.size >= MAX_TARGETS) return no(tooMany(line));
    known.set(key, { line, lines: 1, input: kept(text), turn: 0, ...outOf(parsed) });
  }
  const targets = [...known.values()];
  if (targets.length === 0) return no({ code: 'empty', say: 'The list is empty: write one target a line.' });
  const [first] = targets;
  if (first?.problem && targets.every(({ target }) => target === null))
    return no(noTargets(first.line, first.problem.say));
  yield;
  const turns = turnsOf(targets.map(({ target }) => target?.domain ?? null));
  for (const [at, one] of targets.entries()) one.turn = turns[at] ?? 0;
  return ok({ targets, repeats });
}

function outOf(parsed: Result<Target, TargetProblem>): Pick<ListedTarget, 'target' | 'problem'> {
  if (parsed.ok) {
    const { domain, mailbox } = parsed.value;
    return { target: { domain, mailbox }, problem: null };
  }
  const { code, say } = parsed.problem;
  return { target: null, problem: { code, say } };
}

/** No database keeps a NUL in text everywhere; its sign stands for it. */
function kept(text: string): string {
  const plain = text.replaceAll('\0', '␀');
  const short = plain.length <= MAX_KEPT_CHARACTERS ? plain : `${plain.slice(0, MAX_KEPT_CHARACTERS - 1)}…`;
  return short.replace(/\p{Surrogate}/gu, '\ufffd');
}

function tooMany(line: number): ListProblem {
  const most = MAX_TARGETS.toLocaleString('en');
  return {
    code: 'too-many',
    say: `The list has more than ${most} different lines: number ${(MAX_TARGETS + 1).toLocaleString('en')} is line ${line}. Nothing of it was started; cut it into several.`,
  };
}

function noTargets(line: number, say: string): ListProblem {
  return { code: 'no-targets', say: `No line of the list is a target. Line ${line}: ${say}` };
}
