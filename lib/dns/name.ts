import { no, ok, type Result } from '../result';

/**
 * A domain name as this project writes it: lower-case A-labels in presentation form (RFC 1035 §5.1 escapes for
 * bytes that are no letters, digits, hyphens or underscores), without trailing dot; `.` is the root.
 */
export type DomainName = string & { readonly __brand: 'DomainName' };

/** Octets of one label; RFC 1035 §2.3.4. */
const MAX_LABEL_OCTETS = 63;

/** Octets of a whole name on the wire, with length octets and the root; RFC 1035 §2.3.4. */
const MAX_NAME_OCTETS = 255;

/** Characters of a whole name in presentation form: each octet takes at most four (RFC 1035 §5.1). */
const MAX_NAME_CHARACTERS = 4 * MAX_NAME_OCTETS;

export type NameProblem = 'empty' | 'empty-label' | 'label-too-long' | 'name-too-long' | 'bad-escape';

export const ROOT = brand('.');

/** The only place where text becomes a `DomainName`: every caller has checked its labels. */
function brand(text: string): DomainName {
  return text as DomainName;
}

/** Labels as bytes → a name; undefined when a limit of RFC 1035 §2.3.4 is exceeded. */
export function nameOfLabels(labels: readonly Uint8Array[]): Result<DomainName, NameProblem> {
  if (labels.length === 0) return ok(ROOT);
  let octets = 1;
  for (const label of labels) {
    if (label.length === 0) return no('empty-label');
    if (label.length > MAX_LABEL_OCTETS) return no('label-too-long');
    octets += label.length + 1;
  }
  if (octets > MAX_NAME_OCTETS) return no('name-too-long');
  return ok(brand(exactText(labels).toLowerCase()));
}

/** Presentation form, any case, with or without trailing dot → a name. Labels are not restricted to host names. */
export function parseDomainName(input: string): Result<DomainName, NameProblem> {
  if (input === '') return no('empty');
  if (input === '.') return ok(ROOT);
  const labels = readLabels(
    input.endsWith('.') && !/(^|[^\\])\\(\\\\)*\.$/.test(input) ? input.slice(0, -1) : input,
  );
  return labels.ok ? nameOfLabels(labels.value) : labels;
}

/**
 * A name in evidence, where it stands as text: what decoding a message printed reads as the same name again. Throws for
 * text that no message can have brought.
 */
export function printedName(text: string): DomainName {
  const name = parseDomainName(text);
  if (!name.ok) throw new Error(`not a printed name: ${text}`);
  return name.value;
}

/** The labels of a name as bytes, leftmost first; none for the root. */
export function labelsOf(name: DomainName): Uint8Array[] {
  if (name === ROOT) return [];
  const labels = readLabels(name);
  if (!labels.ok) throw new Error(`not a domain name: ${name}`);
  return labels.value;
}

/** A name in presentation form as it goes on the wire, uncompressed, its letters as they are; null when it is none. */
export function wireName(text: string): Uint8Array | null {
  const labels = text === ROOT ? ok([]) : readLabels(text);
  if (!labels.ok || !nameOfLabels(labels.value).ok) return null;
  return Uint8Array.from([...labels.value.flatMap((label) => [label.length, ...label]), 0]);
}

/** How many labels a name has; 0 for the root. */
export function labelCount(name: DomainName): number {
  return name === ROOT ? 0 : splitName(name).length;
}

/** The name one label up; the root's parent is the root. */
export function parentName(name: DomainName): DomainName {
  const parts = splitName(name);
  return name === ROOT || parts.length === 1 ? ROOT : brand(parts.slice(1).join('.'));
}

/** The last `count` labels of a name; the name itself when it has no more than that. */
export function lastLabels(name: DomainName, count: number): DomainName {
  if (count === 0 || name === ROOT) return ROOT;
  return brand(splitName(name).slice(-count).join('.'));
}

/**
 * Bailiwick: is `name` the zone's apex or below it?
 *
 * | name | zone | within |
 * |---|---|---|
 * | `a.example.org` | `example.org` | yes |
 * | `example.org` | `example.org` | yes |
 * | `badexample.org` | `example.org` | no: labels are compared, not letters |
 * | anything | `.` | yes |
 */
export function isWithin(name: DomainName, zone: DomainName): boolean {
  if (zone === ROOT || name === zone) return true;
  return lastLabels(name, labelCount(zone)) === zone && labelCount(name) > labelCount(zone);
}

function splitName(name: string): string[] {
  return name.split(/\.(?<!(?:^|[^\\])(?:\\\\)*\\\.)/);
}

/** Labels in presentation form with their letters in the case they have; `.` when there are none. */
export function exactText(labels: readonly Uint8Array[]): string {
  return labels.length === 0 ? ROOT : labels.map((label) => printLabel(label)).join('.');
}

function printLabel(label: Uint8Array): string {
  let text = '';
  for (const byte of label) {
    const char = String.fromCharCode(byte);
    if (/[a-zA-Z0-9_-]/.test(char)) text += char;
    else if (byte > 0x20 && byte < 0x7f) text += /[.\\"();@$]/.test(char) ? `\\${char}` : char;
    else text += `\\${String(byte).padStart(3, '0')}`;
  }
  return text;
}

function readLabels(text: string): Result<Uint8Array[], NameProblem> {
  if (text.length > MAX_NAME_CHARACTERS) return no('name-too-long');
  const labels: Uint8Array[] = [];
  let label: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '.') {
      labels.push(Uint8Array.from(label));
      label = [];
    } else if (char === '\\') {
      const decimal = /^\d{3}/.exec(text.slice(i + 1))?.[0];
      const code = decimal === undefined ? text.charCodeAt(i + 1) : Number(decimal);
      if (!(code <= 255)) return no('bad-escape');
      label.push(code);
      i += decimal === undefined ? 1 : 3;
    } else {
      const code = char.charCodeAt(0);
      if (code > 0x7e || code < 0x21) return no('bad-escape');
      label.push(code);
    }
  }
  labels.push(Uint8Array.from(label));
  return labels.some((bytes) => bytes.length === 0) ? no('empty-label') : ok(labels);
}
