import { ok, type Result } from '../result';
import { type TargetProblem, wrong } from './problem';

/** Octets of a local part as it goes on the wire, quotes included; RFC 5321 §4.5.3.1.1. */
const MAX_LOCAL_PART_OCTETS = 64;

/** `atext` of RFC 5322 §3.2.3, and what RFC 6531 §3.3 adds, without what nobody sees or that is no character. */
const ATOM_CHARACTER = /^[\w!#$%&'*+/=?^`{|}~-]$/;
const ASCII = /^[\0-\x7f]$/;
const UNSEEN = /^[\p{Z}\p{Cc}\p{Cs}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]$/u;

/**
 * Checks the local part at the beginning of `text`, which ends at `end` (RFC 5321 §4.1.2). It is kept to the byte:
 * letters keep their case, quotes and backslashes stay.
 */
export function parseLocalPart(text: string, end: number): Result<string, TargetProblem> {
  const local = text.slice(0, end);
  if (local === '') return wrong('local-part-empty', 0, 0, 'There is nothing before the @.');
  const problem = local.startsWith('"') ? problemOfQuoted(local) : problemOfDotString(local);
  if (problem !== null) return problem;
  if (octetsOf(local) > MAX_LOCAL_PART_OCTETS)
    return wrong(
      'local-part-too-long',
      0,
      end,
      `The part before the @ has ${octetsOf(local)} octets; ${MAX_LOCAL_PART_OCTETS} are allowed.`,
    );
  return ok(local);
}

/** Where the quoted string at the beginning of `text` ends, after its closing quote; null when it is not closed. */
export function endOfQuoted(text: string): number | null {
  for (let at = 1; at < text.length; at++) {
    if (text.charAt(at) === '"') return at + 1;
    if (text.charAt(at) === '\\') at++;
  }
  return null;
}

export function octetsOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** `comment` of RFC 5322 §3.2.2 beginning at `at`: its length, to the end of the text when it is not closed. */
export function commentAt(text: string, at: number) {
  const close = text.indexOf(')', at);
  return wrong(
    'comment',
    at,
    (close < 0 ? text.length : close + 1) - at,
    'Comments in parentheses are not part of an address in SMTP.',
  );
}

function problemOfDotString(local: string) {
  let previous = '.';
  let at = 0;
  for (const char of local) {
    if (char === '.' && previous === '.')
      return wrong('local-part-dot', at, 1, 'Before the @, a dot must stand between two other characters.');
    if (char === '(' || char === ')') return commentAt(local, at);
    if (char === '"')
      return wrong(
        'quoted-part-mixed',
        at,
        1,
        'Quotes must enclose the whole part before the @, or none of it.',
      );
    if (char !== '.' && !isAtomCharacter(char))
      return unfit('local-part-character', char, at, 'unquoted before the @');
    previous = char;
    at += char.length;
  }
  return previous === '.'
    ? wrong('local-part-dot', at - 1, 1, 'The part before the @ must not end with a dot.')
    : null;
}

function isAtomCharacter(char: string): boolean {
  return ASCII.test(char) ? ATOM_CHARACTER.test(char) : !UNSEEN.test(char);
}

/** `Quoted-string` of RFC 5321 §4.1.2: printable characters and spaces, `"` and `\` only after a backslash. */
function problemOfQuoted(local: string) {
  let at = 1;
  let isEscaped = false;
  for (const char of local.slice(1, -1)) {
    const fits = char === ' ' || (ASCII.test(char) ? /^[!-~]$/.test(char) : !UNSEEN.test(char));
    if (!fits) return unfit('quoted-character', char, at, 'between the quotes');
    if (isEscaped && !ASCII.test(char))
      return wrong(
        'quoted-character',
        at,
        char.length,
        'A backslash may stand only before an ASCII character.',
      );
    isEscaped = char === '\\' && !isEscaped;
    at += char.length;
  }
  return null;
}

function unfit(code: 'local-part-character' | 'quoted-character', char: string, at: number, where: string) {
  if (/^\s$/u.test(char) && code === 'local-part-character')
    return wrong(
      'white-space',
      at,
      char.length,
      'A space inside an address is possible only between quotes.',
    );
  if (UNSEEN.test(char))
    return wrong(
      'control-character',
      at,
      char.length,
      `An invisible character (${codePoint(char)}) stands here.`,
    );
  return wrong(code, at, char.length, `The character ${char} is not allowed ${where}.`);
}

export function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
