/** What policies are asked for in DNS. */
export type LookupType = 'A' | 'AAAA' | 'CAA' | 'MX' | 'PTR' | 'SPF' | 'TLSA' | 'TXT';

/** One question that a policy needs answered, and what the walk made of it. */
export interface Lookup {
  /** `failed`: nobody has answered usefully, so that nothing is known. */
  kind: 'answer' | 'nxdomain' | 'nodata' | 'failed';
  /** Data of the records that were asked for, in presentation form; aliases have been followed. */
  data: readonly string[];
  /** Whether signatures prove the answer, or that there is none; null when that was not looked at. */
  isSecure: boolean | null;
  /** Whether somebody was not asked, by a choice or a limit of ours: then that it has failed says nothing of who was. */
  isLeftOut?: boolean;
  /** Numbers of the steps in the trace. */
  evidence: readonly number[];
}

/** Asks by our own walk. What is no domain name has no records; never rejects for what the network did. */
export type LookUp = (name: string, type: LookupType) => Promise<Lookup>;

/** Whether there is nothing of that type at the name (RFC 7208 §4.6.4 calls such a lookup void). */
export function isVoid({ kind }: Pick<Lookup, 'kind'>): boolean {
  return kind === 'nxdomain' || kind === 'nodata';
}
