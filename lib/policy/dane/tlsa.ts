import type { DaneHost } from '../view';

/** The name of the TLSA records of an exchange (RFC 7672 §2.1.3). */
export function tlsaNameOf({ exchange, base = exchange }: Pick<DaneHost, 'exchange' | 'base'>): string {
  return `_25._tcp.${base}`;
}

/** A TLSA record; RFC 6698 §2.1. */
export interface TlsaRecord {
  usage: number;
  selector: number;
  matching: number;
  /** In hexadecimal, lower case. */
  data: string;
}

/** Why a record does not count for SMTP. */
export type TlsaFault =
  /** RFC 7672 §3.1.3: 0 and 1 rest on authorities that senders of mail do not agree on. */
  'pkix-usage' | 'unknown-usage' | 'unknown-selector' | 'unknown-matching' | 'bad-length' | 'unreadable';

/** Octets of a digest; RFC 6698 §2.1.3. */
const DIGEST_OCTETS: Readonly<Record<number, number>> = { 1: 32, 2: 64 };

/** Reads the data of a record in presentation form; null when it is none. */
export function parseTlsa(data: string): TlsaRecord | null {
  const [, usage, selector, matching, hex = ''] =
    /^(\d{1,3}) (\d{1,3}) (\d{1,3}) ([0-9a-f ]+)$/i.exec(data) ?? [];
  if (usage === undefined) return null;
  return {
    usage: Number(usage),
    selector: Number(selector),
    matching: Number(matching),
    data: hex.replaceAll(' ', '').toLowerCase(),
  };
}

/** Why a record does not count; null when it does. */
export function tlsaFault(record: TlsaRecord | null): TlsaFault | null {
  if (record === null) return 'unreadable';
  const { usage, selector, matching, data } = record;
  if (usage === 0 || usage === 1) return 'pkix-usage';
  if (usage !== 2 && usage !== 3) return 'unknown-usage';
  if (selector !== 0 && selector !== 1) return 'unknown-selector';
  if (matching > 2) return 'unknown-matching';
  const octets = DIGEST_OCTETS[matching];
  return octets !== undefined && data.length !== 2 * octets ? 'bad-length' : null;
}
