import type { Answer } from 'dns-packet';
import { absolute } from '../internet/name';
import { readRecord } from '../internet/record';

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/**
 * The records of a master file (RFC 1035 §5.1): `$ORIGIN`, `$TTL`, parentheses, owners left out, times with units. Throws for
 * what it cannot read: files that include others, and types that no practice zone has.
 */
export function readMasterFile(text: string, zone: string): Answer[] {
  const records: Answer[] = [];
  let origin = zone;
  let owner = zone;
  for (const line of logicalLines(text)) {
    const words = line.match(/"[^"]*"|\S+/g) ?? [];
    const [first = '', second = ''] = words;
    if (first === '$ORIGIN') origin = absolute(second, origin);
    else if (first === '$INCLUDE') throw new Error(`includes ${second}, which is not in the set`);
    else if (first !== '$TTL') {
      if (!/^\s/.test(line)) owner = absolute(words.shift() ?? '@', origin);
      while (isTtlOrClass(words[0])) words.shift();
      const name = owner === '.' ? '.' : `${owner}.`;
      records.push(readRecord([name, ...words.map(inSeconds)].join(' '), origin));
    }
  }
  return records;
}

/** Without comments, with what stands in parentheses in one line. */
function logicalLines(text: string): string[] {
  const plain = text.replace(/("[^"]*")|;.*/g, (_, quoted: string | undefined) => quoted ?? '');
  return plain
    .replace(/\(([^)]*)\)/g, (_, inside: string) => inside.replaceAll('\n', ' '))
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
}

function isTtlOrClass(word: string | undefined): boolean {
  return word !== undefined && /^(?:\d+[smhdw]?|IN)$/i.test(word);
}

function inSeconds(word: string): string {
  const [, count, unit] = /^(\d+)([smhdw])$/.exec(word) ?? [];
  return count === undefined || unit === undefined ? word : String(Number(count) * (SECONDS[unit] ?? 1));
}
