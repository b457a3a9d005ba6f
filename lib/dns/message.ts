import type { DomainName } from './name';
import type { ResourceRecord } from './trace';

/** RFC 1035 §4.1.1 and RFC 6895 §2.3: the codes a name server may answer with. */
export const RCODES = new Map([
  [0, 'NOERROR'],
  [1, 'FORMERR'],
  [2, 'SERVFAIL'],
  [3, 'NXDOMAIN'],
  [4, 'NOTIMP'],
  [5, 'REFUSED'],
  [6, 'YXDOMAIN'],
  [7, 'YXRRSET'],
  [8, 'NXRRSET'],
  [9, 'NOTAUTH'],
  [10, 'NOTZONE'],
  [16, 'BADVERS'],
]);

/** The record types this project reads or shows by name; all others appear as RFC 3597 `TYPEnnn`. */
const TYPES = new Map([
  [1, 'A'],
  [2, 'NS'],
  [5, 'CNAME'],
  [6, 'SOA'],
  [12, 'PTR'],
  [15, 'MX'],
  [16, 'TXT'],
  [28, 'AAAA'],
  [33, 'SRV'],
  [39, 'DNAME'],
  [41, 'OPT'],
  [43, 'DS'],
  [46, 'RRSIG'],
  [47, 'NSEC'],
  [48, 'DNSKEY'],
  [50, 'NSEC3'],
  [52, 'TLSA'],
  [64, 'SVCB'],
  [65, 'HTTPS'],
  [99, 'SPF'],
  [257, 'CAA'],
]);

const NUMBERS = new Map([...TYPES].map(([number, name]) => [name, number]));

/** Type mnemonic → number; RFC 3597 §5 `TYPEnnn` for the others. Throws for a word that is no type: our mistake. */
export function typeNumber(type: string): number {
  const number = NUMBERS.get(type) ?? Number(/^TYPE(\d{1,5})$/.exec(type)?.[1]);
  if (!(number <= 0xffff)) throw new Error(`no DNS type: ${type}`);
  return number;
}

export function typeName(number: number): string {
  return TYPES.get(number) ?? `TYPE${number}`;
}

/** A decoded DNS message; only records of class IN are kept. */
export interface DnsMessage {
  id: number;
  isResponse: boolean;
  opcode: number;
  authoritative: boolean;
  truncated: boolean;
  rcode: string;
  /** Null when the message carries no OPT record (RFC 6891 §6.1.1). */
  edns: { udpSize: number; version: number } | null;
  questions: { name: DomainName; type: string; class: number }[];
  answer: ResourceRecord[];
  authority: ResourceRecord[];
  additional: ResourceRecord[];
}
