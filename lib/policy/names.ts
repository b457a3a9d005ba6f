import { type DomainName, nameOfLabels } from '@/lib/dns/name';

/**
 * Text that a macro or a record came to → a name for DNS; null when it is none. Characters are octets, and none of them escapes
 * another, as it would in a zone file.
 */
export function plainName(text: string): DomainName | null {
  const labels = text.replace(/\.$/, '').split('.');
  const name = nameOfLabels(
    labels.map((label) => Uint8Array.from(label, (char) => char.charCodeAt(0) & 0xff)),
  );
  return name.ok ? name.value : null;
}
