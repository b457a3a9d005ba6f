import type { Lookup, LookUp, LookupType } from './lookup';

/** What a fake zone holds: `NAME TYPE` → data; `failed` answers as servers that are broken do. */
export type FakeZone = Readonly<Record<string, readonly string[] | 'failed'>>;

/** Asks a table in place of servers, and writes down what it was asked. TXT data is written as plain text. */
export function fakeLookUp(zone: FakeZone, asked: string[] = []): LookUp {
  return (name, type) => {
    asked.push(`${name} ${type}`);
    return Promise.resolve(found(zone, name.toLowerCase(), type));
  };
}

function found(zone: FakeZone, name: string, type: LookupType): Lookup {
  const entry = zone[`${name} ${type}`];
  const said = { data: [], isSecure: null, evidence: [] };
  if (entry === 'failed') return { ...said, kind: 'failed' };
  if (entry !== undefined)
    return {
      ...said,
      kind: 'answer',
      data: type === 'TXT' ? entry.map((text) => JSON.stringify(text)) : entry,
    };
  const exists = Object.keys(zone).some((key) => key.startsWith(`${name} `));
  return { ...said, kind: exists ? 'nodata' : 'nxdomain' };
}
