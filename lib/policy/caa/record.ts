/** Who may issue certificates for a name; RFC 8659 §4.1. */
export interface CaaRecord {
  isCritical: boolean;
  tag: string;
  value: string;
}

/** Reads the data of a record in presentation form; null when it is none. */
export function parseCaa(data: string): CaaRecord | null {
  const [, flags, tag = '', value = ''] = /^(\d{1,3}) ([A-Za-z0-9]+) "((?:[^"\\]|\\.)*)"$/s.exec(data) ?? [];
  if (flags === undefined) return null;
  return {
    isCritical: (Number(flags) & 0x80) !== 0,
    tag: tag.toLowerCase(),
    value: value.replace(/\\(.)/gs, '$1'),
  };
}
