import type { KeyAnswers } from '@/lib/message/key-of';
import { txtData } from './zone-table';

/** Keys by their names, as a set writes them; what is there for none was not published. */
export type KeyZone = ReadonlyMap<string, readonly string[] | 'failed'>;

/** What would be answered about these names. */
export function answersIn(zone: KeyZone, names: readonly string[]): KeyAnswers {
  return Object.fromEntries(
    names.map((name) => {
      const texts = zone.get(name.toLowerCase());
      if (texts === 'failed') return [name, { kind: 'failed', data: [] }];
      if (texts === undefined || texts.length === 0) return [name, { kind: 'nxdomain', data: [] }];
      return [name, { kind: 'answer', data: texts.map((text) => txtData([text])) }];
    }),
  );
}

/** `name value` in lines. `NXDOMAIN` stands for none, `~~text~~` for a failure, and a comment begins with `#`. */
export function zoneOfLines(text: string): KeyZone {
  const zone = new Map<string, string[] | 'failed'>();
  for (const line of text.split(/\r?\n/)) {
    const [, name = '', value = ''] = /^(\S+)\s+(\S.*)$/.exec(line) ?? [];
    if (name === '' || name.startsWith('#') || value === 'NXDOMAIN') continue;
    add(zone, name, value.startsWith('~~') ? 'failed' : value);
  }
  return zone;
}

/** `name: value`, which goes on in the next line behind a backslash; `TEMPERROR` and `PERMERROR` stand for failures. */
export function zoneOfParagraphs(text: string): KeyZone {
  const zone = new Map<string, string[] | 'failed'>();
  for (const line of text.replace(/\\\n\s*/g, '').split('\n')) {
    const [, name = '', value = ''] = /^([^\s:]+):\s*(\S.*)$/.exec(line) ?? [];
    if (name !== '' && value !== 'PERMERROR') add(zone, name, value === 'TEMPERROR' ? 'failed' : value);
  }
  return zone;
}

function add(zone: Map<string, string[] | 'failed'>, name: string, value: string): void {
  const key = name.toLowerCase();
  const known = zone.get(key);
  zone.set(key, value === 'failed' || known === 'failed' ? 'failed' : [...(known ?? []), value]);
}
