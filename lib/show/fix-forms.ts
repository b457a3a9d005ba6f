import { inTxtStrings } from '@/lib/policy/txt';
import type { FixRecord } from '@/lib/report/finding';

/** A fix as a tool reads it. */
export interface FixForm {
  tool: string;
  text: string;
}

/** Seconds; what stands in the lines of a zone file, too. */
const TTL = 3600;

/** The records of a fix for tools that change zones; they make one change of all of them. */
export function fixForms(records: readonly FixRecord[]): FixForm[] {
  return [
    { tool: 'DNSControl', text: byDomain(records).map(extension).join('\n') },
    { tool: 'nsupdate', text: [...records.flatMap(update), 'send'].join('\n') },
  ];
}

/** `D_EXTEND` finds the zone of a name by itself; labels stand before it, and `@` for the name. */
interface Place {
  domain: string;
  label: string;
}

/** Labels up to the last one with an underscore belong to the record, not to a host or domain (RFC 8552 §1.1). */
function placeOf(name: string): Place {
  const labels = name.split('.');
  const at = labels.findLastIndex((label) => label.startsWith('_')) + 1;
  return { domain: labels.slice(at).join('.'), label: labels.slice(0, at).join('.') || '@' };
}

function byDomain(records: readonly FixRecord[]): [domain: string, lines: string[]][] {
  const lines = new Map<string, string[]>();
  for (const record of records) {
    const { domain, label } = placeOf(record.name);
    const own = lines.get(domain) ?? [];
    own.push(
      ...(record.instead === 'all'
        ? []
        : record.instead.map((data) => `  // in place of ${control(record.type, label, data)}`)),
      `  ${control(record.type, label, record.data)}`,
    );
    lines.set(domain, own);
  }
  return [...lines];
}

function extension([domain, lines]: [string, string[]]): string {
  return [`D_EXTEND(${JSON.stringify(domain)},`, ...lines, 'END);'].join('\n');
}

function control(type: FixRecord['type'], label: string, data: string): string {
  if (type === 'TXT') return `TXT(${JSON.stringify(label)}, ${JSON.stringify(data)}),`;
  const [usage = '', selector = '', matching = '', ...digest] = data.split(' ');
  return `TLSA(${JSON.stringify(label)}, ${usage}, ${selector}, ${matching}, ${JSON.stringify(digest.join(''))}),`;
}

/** RFC 2136 §2.5: what goes, and what comes. */
function update({ name, type, data, instead }: FixRecord): string[] {
  const inZone = (one: string) => (type === 'TXT' ? inTxtStrings(one) : one);
  const gone = instead === 'all' ? [''] : instead.map((one) => ` ${inZone(one)}`);
  return [
    ...gone.map((one) => `update delete ${name}. ${type}${one}`),
    `update add ${name}. ${TTL} ${type} ${inZone(data)}`,
  ];
}
