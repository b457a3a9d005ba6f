import { MAX_LINE } from './lines';

/** Fields of one group that are read: 500 recipients between whom the blank lines are missing have some 2,500. */
const MAX_FIELDS = 2_500;

/** Groups that are read: one for the message, one for each recipient. */
const MAX_GROUPS = 1_000;

/** Header fields by their lower-case name, the first of each; `all` has them as they came. */
export interface Fields {
  get(name: string): string | null;
  readonly all: readonly (readonly [name: string, value: string])[];
}

/** Groups of header fields with blank lines between them (RFC 3464 §2.1), unfolded (RFC 5322 §2.2.3). */
export function readFieldGroups(text: string): Fields[] {
  return text
    .split(/\r?\n[ \t]*(?=\r?\n)/)
    .slice(0, MAX_GROUPS)
    .map(readFields)
    .filter(({ all }) => all.length > 0);
}

/** The fields up to the first blank line. */
export function readHeader(text: string): Fields {
  return readFields(text.replace(/^(?:[ \t]*\r?\n)+/, '').split(/\r?\n[ \t]*\r?\n/, 1)[0] ?? '');
}

function readFields(block: string): Fields {
  const fields: [name: string, lines: string[]][] = [];
  for (const whole of block.split(/\r?\n/)) {
    const line = whole.slice(0, MAX_LINE);
    const [, name, value = ''] = /^([!-9;-~]{1,100})[ \t]*:(.*)$/.exec(line) ?? [];
    const last = fields.at(-1);
    const isFolded = /^[ \t]/.test(line) || /^[245]\d\d[ -]/.test(line); // a reply of several lines, as it came
    if (isFolded && last !== undefined) last[1].push(line.trim());
    else if (name !== undefined && fields.length < MAX_FIELDS)
      fields.push([name.toLowerCase(), [value.trim()]]);
  }
  return fieldsOf(
    fields.map(([name, lines]) => [name, lines.filter((line) => line !== '').join(' ')] as const),
  );
}

export function fieldsOf(all: readonly (readonly [string, string])[]): Fields {
  return { all, get: (name) => all.find(([one]) => one === name)?.[1].trim() ?? null };
}
