import type { ResourceRecord } from '@/lib/dns/trace';
import { no, ok, type Result } from '../result';
import { dnskeyOf, dsOf } from './records';

/** What is believed of the root without proof: DS records, or the keys themselves. */
export type TrustAnchor = Pick<ResourceRecord, 'type' | 'data'>;

/** The root's key signing keys of 2017 and 2024, as IANA publishes them (data.iana.org/root-anchors, 2024-07-18). */
export const ROOT_ANCHORS: readonly TrustAnchor[] = [
  { type: 'DS', data: '20326 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D' },
  { type: 'DS', data: '38696 8 2 683D2D0ACB8C9B712A1948B27F741219298D0A450D612C483AF444A4C0FB2B16' },
];

/**
 * Reads DS and DNSKEY records of the root in master-file form, one a line, as `root.key` and `root.ds` files have them;
 * `;` starts a comment. On failure: one sentence saying which line is wrong.
 */
export function parseTrustAnchors(text: string): Result<TrustAnchor[], string> {
  const anchors: TrustAnchor[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const words = line.replace(/;.*/, '').trim().split(/\s+/);
    if (words[0] === '') continue;
    const at = words.findIndex((word) => /^(DS|DNSKEY)$/i.test(word));
    const type = words[at]?.toUpperCase() ?? '';
    if (at === -1) return no(`line ${index + 1}: expected a DS or DNSKEY record`);
    if (words[0] !== '.') return no(`line ${index + 1}: "${words[0] ?? ''}" is not the root`);
    const fields = words.slice(at + 1);
    const data = [...fields.slice(0, 3), fields.slice(3).join('')].join(' ');
    if (!isRecord({ type, data })) return no(`line ${index + 1}: no complete ${type} record`);
    anchors.push({ type, data });
  }
  return anchors.length > 0 ? ok(anchors) : no('no DS or DNSKEY record in it');
}

function isRecord({ type, data }: TrustAnchor): boolean {
  if (!/^\d+ \d+ \d+ \S+$/.test(data)) return false;
  const record = { name: '.', ttl: 0, type, data };
  return (type === 'DS' ? dsOf(record) : dnskeyOf(record)) !== null;
}
