import type { LookUp } from '../lookup';
import { textOfTxt } from '../txt';
import { isSpf, parseSpf, type SpfRecord, type SpfSyntaxFault } from './record';

/** What a domain publishes as SPF: RFC 7208 §4.4 to §4.6. */
export type FoundSpf = { evidence: readonly number[] } & (
  | { kind: 'record'; record: SpfRecord }
  | { kind: 'none' | 'failed' }
  | { kind: 'several'; texts: readonly string[] }
  | { kind: 'faulty'; text: string; fault: SpfSyntaxFault }
);

/** Looks for the one record of a domain. Records of type 99 are not asked for (RFC 7208 §3.1). */
export async function findSpf(domain: string, lookUp: LookUp): Promise<FoundSpf> {
  const { kind, data, evidence } = await lookUp(domain, 'TXT');
  if (kind === 'failed') return { kind: 'failed', evidence };
  const texts = data.map(textOfTxt).filter(isSpf);
  const [text, ...others] = texts;
  if (text === undefined) return { kind: 'none', evidence };
  if (others.length > 0) return { kind: 'several', texts, evidence };
  const record = parseSpf(text);
  return record.ok
    ? { kind: 'record', record: record.value, evidence }
    : { kind: 'faulty', text, fault: record.problem, evidence };
}
