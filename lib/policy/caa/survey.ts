import type { LookUp } from '../lookup';
import { parseCaa } from './record';
import type { CaaView } from '../view';

/** Properties that an authority has to understand (RFC 8659 §4.2 to §4.4, RFC 9495 §3). */
const KNOWN_TAGS: readonly string[] = ['issue', 'issuewild', 'iodef', 'issuemail'];

/**
 * Who may issue a certificate for a host, by the records at it or at the nearest name above it (RFC 8659 §3). Null when nothing says it,
 * or an answer is missing: an authority without it does not issue, which another time may be otherwise.
 */
export async function surveyCaa(
  exchange: string,
  lookUp: LookUp,
): Promise<Pick<CaaView, 'at' | 'allowed' | 'evidence'> | null> {
  const labels = exchange.split('.');
  for (let above = 0; above < labels.length; above += 1) {
    const at = labels.slice(above).join('.');
    const { kind, data, evidence } = await lookUp(at, 'CAA');
    if (kind === 'failed') return null;
    if (kind !== 'answer' || data.length === 0) continue;
    const allowed = allowedBy(data);
    return allowed && { at, allowed, evidence: [...evidence] };
  }
  return null;
}

/** Domains of authorities; none: nobody may issue. Null when the records leave it open. */
function allowedBy(data: readonly string[]): string[] | null {
  const records = data.flatMap((one) => parseCaa(one) ?? []);
  // RFC 8659 §4.1: what is critical forbids those to issue who do not know it; who does is not known here.
  if (records.some(({ isCritical, tag }) => isCritical && !KNOWN_TAGS.includes(tag))) return null;
  const issue = records.filter(({ tag }) => tag === 'issue');
  if (issue.length === 0) return null;
  // RFC 8659 §4.2: the domain stands before the parameters; without one nobody is named.
  const domains = issue.map(({ value }) => (value.split(';')[0] ?? '').trim().toLowerCase());
  return [...new Set(domains.filter((domain) => domain !== ''))];
}
