import { log } from '../config/log';

/** Characters of a word of better-auth's own; keys, tokens and what is signed are longer. */
const MAX_WORD = 24;

/** Characters of a line; an error of the database may go on for pages. */
const MAX_LINE = 300;

/**
 * A line of better-auth as one of our log. What it says may repeat an error, and with it whom the error is about: no word stays
 * that may be an address, a cookie or a token, and of an error that comes with it only what kind it is.
 */
export function noteAuthLog(level: 'debug' | 'info' | 'warn' | 'error', message: string, ...more: unknown[]) {
  const why = more.filter((one) => one instanceof Error).map(kindOf);
  log[level]({ ...(why.length > 0 && { why }) }, `better-auth: ${withoutNames(message)}`);
}

/** An error as one that may be logged whole: what kind it is and where it comes from, without what it says. */
export function withoutWords(error: unknown): Error {
  const [kind, stack] = error instanceof Error ? [kindOf(error), error.stack] : [typeof error, undefined];
  const told = new Error(`better-auth failed: ${kind}`);
  const places = stack?.split('\n').filter((line) => /^ +at /.test(line)) ?? [];
  told.stack = [`Error: ${told.message}`, ...places].join('\n');
  return told;
}

function kindOf(error: Error): string {
  return 'code' in error ? `${error.name} ${withoutNames(String(error.code))}` : error.name;
}

function withoutNames(text: string): string {
  return text
    .slice(0, MAX_LINE)
    .split(/\s+/)
    .map((word) => (/[@=]/.test(word) || word.length > MAX_WORD ? '…' : word))
    .join(' ')
    .trim();
}
