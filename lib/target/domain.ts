import tr46 from 'tr46';
import { ok, type Result } from '../result';
import { bracketed } from './literal';
import { codePoint, commentAt } from './local-part';
import { type TargetProblem, wrong } from './problem';

/** Octets of one label; RFC 1035 §2.3.4. */
const MAX_LABEL_OCTETS = 63;

/** Characters of a name in A-labels: 255 octets on the wire (RFC 1035 §2.3.4), less the first length and the root. */
const MAX_DOMAIN_CHARACTERS = 253;

/** RFC 5891 §4.2 by way of UTS 46, strict: what a registry would refuse is refused here. */
const STRICT = { checkBidi: true, checkHyphens: true, checkJoiners: true, useSTD3ASCIIRules: true };

/** The dot and the three characters that UTS 46 §4 reads as one. */
const DOTS = /[.\u3002\uff0e\uff61]/;

const ASCII = /^[\0-\x7f]*$/;

/** The same name in its two forms. */
export interface Domain {
  /** Lower-case A-labels without trailing dot: what goes on the wire. */
  ascii: string;
  /** U-labels: what people read. */
  unicode: string;
}

/**
 * The domain from `start` to the end of the text (RFC 5321 §2.3.5). A single label is a domain: some top-level
 * domains take mail, and the walk will tell. A dot at the end is DNS's way of writing the root; with `mayEndInDot`
 * it is taken away. Two hyphens in the third and fourth place are refused only in international labels (RFC 5891
 * §4.2.3.1): ASCII names of that form exist.
 */
export function parseDomain(
  text: string,
  start: number,
  mayEndInDot: boolean,
): Result<Domain, TargetProblem> {
  const typed = text.slice(start);
  if (typed === '') return wrong('domain-empty', start, 0, 'A domain is missing.');
  const literal = bracketed(typed);
  if (literal !== null)
    return wrong(
      'address-without-brackets',
      start,
      typed.length,
      `An address instead of a domain is written in brackets: ${literal}.`,
    );
  const labels: string[] = [];
  let at = start;
  for (const label of typed.split(DOTS)) {
    const isLast = at + label.length === text.length;
    if (label === '' && isLast && labels.length > 0) {
      if (mayEndInDot) break;
      return wrong(
        'domain-ends-with-dot',
        at - 1,
        1,
        'In an address the domain is written without a dot at its end.',
      );
    }
    const parsed = parseLabel(text, label, at);
    if (!parsed.ok) return parsed;
    labels.push(parsed.value);
    at += label.length + 1;
  }
  return judgeWhole(labels, start, text.length);
}

function judgeWhole(labels: readonly string[], start: number, end: number): Result<Domain, TargetProblem> {
  const ascii = labels.join('.');
  const top = labels.at(-1) ?? '';
  if (/^\d+$/.test(top))
    // RFC 3696 §2
    return wrong('top-label-numeric', start, end - start, 'The last part of a domain is never a number.');
  if (ascii.length > MAX_DOMAIN_CHARACTERS)
    return wrong(
      'domain-too-long',
      start,
      end - start,
      `The domain has ${ascii.length} characters; ${MAX_DOMAIN_CHARACTERS} are allowed.`,
    );
  // All of it is plain: nothing below has more to say of it, and takes a hundred times as long.
  if (!/(?:^|\.)xn--/.test(ascii)) return ok({ ascii, unicode: ascii });
  // Only the rule of RFC 5893 for names with right-to-left letters looks at more than one label.
  if (tr46.toASCII(ascii, { ...STRICT, checkHyphens: false }) !== ascii)
    return notInternational(start, end - start);
  return ok({ ascii, unicode: tr46.toUnicode(ascii).domain });
}

function parseLabel(text: string, label: string, at: number): Result<string, TargetProblem> {
  if (label === '')
    return wrong(
      'label-empty',
      at,
      Math.min(1, text.length - at),
      'Between two dots of a domain something must stand.',
    );
  const foreign = unfitCharacter(text, label, at);
  if (foreign !== null) return foreign;
  const isPlain = ASCII.test(label) && !/^xn--/i.test(label);
  const ascii = isPlain ? label.toLowerCase() : tr46.toASCII(label, STRICT);
  if (ascii === null || !/^[a-z0-9-]+$/.test(ascii)) return notInternational(at, label.length);
  if (ascii.startsWith('-') || ascii.endsWith('-'))
    return wrong(
      'label-hyphen',
      ascii.startsWith('-') ? at : at + label.length - 1,
      1,
      'A part of a domain neither begins nor ends with a hyphen.',
    );
  if (ascii.length > MAX_LABEL_OCTETS)
    return wrong(
      'label-too-long',
      at,
      label.length,
      `This part of the domain has ${ascii.length} octets; ${MAX_LABEL_OCTETS} are allowed.`,
    );
  return ok(ascii);
}

/** The first ASCII character outside letters, digits and hyphen (RFC 1123 §2.1). */
function unfitCharacter(text: string, label: string, at: number) {
  const index = label.search(/[\0-,/:-@[-`{-\x7f]|\s/u);
  if (index < 0) return null;
  const char = label.charAt(index);
  const place = at + index;
  if (char === '(' || char === ')') return commentAt(text, place);
  if (/\s/u.test(char)) return wrong('white-space', place, 1, 'There is a space inside the domain.');
  if (/[\0-\x1f\x7f]/.test(char))
    return wrong('control-character', place, 1, `An invisible character (${codePoint(char)}) stands here.`);
  return wrong('domain-character', place, 1, `The character ${char} is not allowed in a domain.`);
}

function notInternational(at: number, length: number) {
  return wrong(
    'domain-not-international',
    at,
    length,
    'This is not a valid international domain name (IDNA).',
  );
}
