import type { Lookup, LookUp, LookupType } from '@/lib/policy/lookup';

/** Records of one name in a table, by type; `failed` answers to every type that has none. */
export interface TableName {
  records: Partial<Record<LookupType | 'CNAME', readonly string[]>>;
  isFailing: boolean;
}

/** Names by their lower-case text, without a dot at the end. */
export type ZoneTable = ReadonlyMap<string, TableName>;

/** Aliases that are followed. */
const MAX_ALIASES = 8;

/** Asks a table instead of servers; aliases are followed in it, and a circle of them fails as it does in a walk. */
export function lookUpIn(table: ZoneTable): LookUp {
  return (name, type) => Promise.resolve(found(table, name, type, 0));
}

function found(table: ZoneTable, name: string, type: LookupType, aliases: number): Lookup {
  const entry = table.get(keyOf(name));
  const data = entry?.records[type];
  if (data !== undefined) return answer('answer', data);
  const [alias] = entry?.records.CNAME ?? [];
  if (alias !== undefined)
    return aliases < MAX_ALIASES ? found(table, alias, type, aliases + 1) : answer('failed');
  if (entry?.isFailing === true) return answer('failed');
  return answer(entry === undefined && !isAbove(table, keyOf(name)) ? 'nxdomain' : 'nodata');
}

function answer(kind: Lookup['kind'], data: readonly string[] = []): Lookup {
  return { kind, data, isSecure: null, evidence: [] };
}

/** A name with names below it exists (RFC 8020 §2). */
function isAbove(table: ZoneTable, key: string): boolean {
  return [...table.keys()].some((other) => other.endsWith(`.${key}`));
}

export function keyOf(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}

/** Strings of a TXT record → its data in presentation form (RFC 1035 §5.1); characters are octets. */
export function txtData(strings: readonly string[]): string {
  return strings.map((text) => `"${Array.from(text, escaped).join('')}"`).join(' ');
}

function escaped(char: string): string {
  const code = char.charCodeAt(0);
  if (char === '"' || char === '\\') return `\\${char}`;
  return code >= 0x20 && code < 0x7f ? char : `\\${String(code).padStart(3, '0')}`;
}
