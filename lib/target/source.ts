import { ok, type Result } from '../result';
import { type TargetProblem, wrong } from './problem';

/** The part of the input that holds the target, with the place in the input from which each character came. */
export interface Source {
  text: string;
  /** One entry for each UTF-16 unit of `text`, and one more for its end. */
  from: readonly number[];
}

/**
 * Takes away what people copy along with an address: white space around it, angle brackets, and the `mailto:` of a
 * link with its percent escapes and everything after `?` (RFC 6068 §2).
 */
export function unwrapInput(input: string): Result<Source, TargetProblem> {
  let [start, end] = trimmed(input, 0, input.length);
  if (input.charAt(start) === '<') {
    if (end - start < 2 || input.charAt(end - 1) !== '>')
      return wrong('angle-bracket-unpaired', end, 0, 'The opening < has no closing > at the end.');
    start += 1;
    end -= 1;
  }
  if (!/^mailto:/i.test(input.slice(start, end))) return ok(sliceOf(input, start, end));
  start += 'mailto:'.length;
  const query = input.slice(start, end).indexOf('?');
  return decodePercent(input, start, query < 0 ? end : start + query);
}

/** Puts a problem found in `source.text` at its place in the input. */
export function atInput(source: Source, problem: TargetProblem): TargetProblem {
  const at = source.from[problem.at] ?? 0;
  return { ...problem, at, length: (source.from[problem.at + problem.length] ?? at) - at };
}

function trimmed(input: string, start: number, end: number): [start: number, end: number] {
  const text = input.slice(start, end);
  return [end - text.trimStart().length, Math.max(start, start + text.trimEnd().length)];
}

function sliceOf(input: string, start: number, end: number): Source {
  return {
    text: input.slice(start, end),
    from: Array.from({ length: Math.max(0, end - start) + 1 }, (_, index) => start + index),
  };
}

function decodePercent(input: string, start: number, end: number): Result<Source, TargetProblem> {
  let text = '';
  const from: number[] = [];
  for (let at = start; at < end;) {
    const run = /^(?:%[0-9a-f]{2})+/i.exec(input.slice(at, end))?.[0];
    if (run === undefined) {
      if (input.charAt(at) === '%')
        return wrong(
          'percent-escape-invalid',
          at,
          Math.min(3, end - at),
          'In a mailto: link, % must be followed by two hexadecimal digits.',
        );
      text += input.charAt(at);
      from.push(at++);
      continue;
    }
    const decoded = decodeUtf8(run);
    if (decoded === null)
      return wrong('percent-escape-invalid', at, run.length, 'These percent escapes are not UTF-8 text.');
    for (const char of decoded) {
      text += char;
      for (let unit = 0; unit < char.length; unit++) from.push(at);
      at += new TextEncoder().encode(char).length * 3;
    }
  }
  return ok({ text, from: [...from, end] });
}

function decodeUtf8(run: string): string | null {
  const bytes = Uint8Array.from(run.slice(1).split('%'), (hex) => Number.parseInt(hex, 16));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
