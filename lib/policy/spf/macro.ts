/** A piece of a macro string: letters as they are, or what stands for something of the mail at hand; RFC 7208 §7.1. */
type MacroPiece =
  | { literal: string }
  | {
      letter: MacroLetter;
      /** So many parts from the right; null: all. */
      parts: number | null;
      isReversed: boolean;
      delimiters: string;
      /** A capital letter: escaped for a URL. */
      isEscaped: boolean;
    };

export type MacroString = readonly MacroPiece[];

/** Of the mail: sender, its local part and domain, domain of the record, address, its proven name, version, HELO. */
type MacroLetter = 's' | 'l' | 'o' | 'd' | 'i' | 'p' | 'v' | 'h' | 'c' | 'r' | 't';

/** RFC 7208 §7.3: `c`, `r` and `t` have a meaning in explanations only. */
const EXPLANATION_LETTERS = 'crt';

const MACRO = /^%\{([slodipvhcrt])(\d*)(r?)([-.+,/_=]*)\}/i;

/** RFC 7208 §12 `domain-end`: a last label that is no number, and one before it, or a macro at the end. */
const LAST_LABEL = /\.([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)\.?$/i;

/** RFC 7208 §12 `macro-literal`; an explanation may have spaces as well. */
const LITERAL = /^[\x21-\x24\x26-\x7e]+/;
const EXPLANATION_LITERAL = /^[\x20-\x24\x26-\x7e]+/;

/** What `%%`, `%_` and `%-` stand for. */
const ESCAPES: Readonly<Record<string, string>> = { '%': '%', _: ' ', '-': '%20' };

/** Reads a domain, or what an unknown modifier has; null when it is not written as RFC 7208 §12 has it. */
export function parseDomainSpec(text: string, as: 'domain' | 'any'): MacroString | null {
  const pieces = parseMacroString(text, LITERAL);
  if (pieces === null || pieces.some((piece) => 'letter' in piece && isOfExplanations(piece))) return null;
  if (as === 'any') return pieces;
  const last = pieces.at(-1);
  if (last === undefined) return null;
  const [, label] = LAST_LABEL.exec(text) ?? [];
  return 'letter' in last || (label !== undefined && /[^0-9]/.test(label)) ? pieces : null;
}

/** Reads the text of an explanation (RFC 7208 §6.2); null when it is not written as §12 has it. */
export function parseExplanation(text: string): MacroString | null {
  return parseMacroString(text, EXPLANATION_LITERAL);
}

function isOfExplanations({ letter }: { letter: string }): boolean {
  return EXPLANATION_LETTERS.includes(letter);
}

function parseMacroString(text: string, literals: RegExp): MacroString | null {
  const pieces: MacroPiece[] = [];
  for (let rest = text; rest !== '';) {
    const [literal] = literals.exec(rest) ?? [];
    const escape = rest.startsWith('%') ? ESCAPES[rest.charAt(1)] : undefined;
    const [macro, letter = '', digits = '', reversed = '', delimiters = ''] = MACRO.exec(rest) ?? [];
    if (literal !== undefined) pieces.push({ literal });
    else if (escape !== undefined) pieces.push({ literal: escape });
    else if (macro !== undefined && !/^0+$/.test(digits))
      pieces.push({
        letter: letter.toLowerCase() as MacroLetter, // as the pattern has it
        parts: digits === '' ? null : Number(digits),
        isReversed: reversed !== '',
        delimiters: delimiters === '' ? '.' : delimiters,
        isEscaped: letter !== letter.toLowerCase(),
      });
    else return null;
    rest = rest.slice((literal ?? macro ?? '%%').length);
  }
  return pieces;
}

/** What each letter stands for; only what a string needs is asked for. */
export type MacroValues = (letter: MacroLetter) => Promise<string>;

/** RFC 7208 §7.3: octets of a name that is the outcome; labels from the left go until it fits. */
const MAX_DOMAIN = 253;

/** The text that a macro string comes to. */
export async function expand(string: MacroString, values: MacroValues): Promise<string> {
  const texts: string[] = [];
  for (const piece of string)
    texts.push('literal' in piece ? piece.literal : await expandPiece(piece, values));
  return texts.join('');
}

/** The same as a name, without a dot at its end, cut to what a name may have. */
export async function expandDomain(string: MacroString, values: MacroValues): Promise<string> {
  let name = (await expand(string, values)).replace(/\.$/, '');
  while (name.length > MAX_DOMAIN && name.includes('.')) name = name.slice(name.indexOf('.') + 1);
  return name;
}

/** Whether it is the same for whatever mail the record is asked about, but for its own domain. */
export function isFixed(string: MacroString): boolean {
  return string.every((piece) => 'literal' in piece || piece.letter === 'd');
}

/** Whether a term of a record leads to another name for each mail. */
export function dependsOnMail(term: string): boolean {
  const pieces = parseMacroString(term, LITERAL);
  return pieces !== null && !isFixed(pieces);
}

async function expandPiece(
  { letter, parts, isReversed, delimiters, isEscaped }: Exclude<MacroPiece, { literal: string }>,
  values: MacroValues,
): Promise<string> {
  let pieces = [''];
  for (const char of await values(letter))
    if (delimiters.includes(char)) pieces.push('');
    else pieces.push(`${pieces.pop() ?? ''}${char}`);
  if (isReversed) pieces.reverse();
  if (parts !== null) pieces = pieces.slice(-parts);
  const text = pieces.join('.');
  return isEscaped ? escapeForUrl(text) : text;
}

/** RFC 3986 §2.1, of all but unreserved characters (§2.3). */
function escapeForUrl(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
