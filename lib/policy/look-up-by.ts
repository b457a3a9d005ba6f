import type { DomainName } from '@/lib/dns/name';
import type { WalkResult } from '@/lib/dns/walk';
import type { Lookup, LookUp, LookupType } from './lookup';
import { plainName } from './names';

/** One question by a walk of whoever conducts it. */
type Ask = (
  name: DomainName,
  type: LookupType,
) => Promise<Pick<WalkResult, 'kind' | 'records' | 'steps' | 'detail'>>;

/** What policies ask, put to a walk; the same is not asked twice. */
export function lookUpBy(ask: Ask): LookUp {
  const known = new Map<string, Promise<Lookup>>();
  const asked = async (text: string, type: LookupType): Promise<Lookup> => {
    const name = plainName(text);
    if (name === null) return NO_NAME;
    const { kind, records, steps, detail } = await ask(name, type);
    const data = records.map((record) => record.data);
    return { kind, data, isSecure: null, isLeftOut: detail === 'own-choice', evidence: steps };
  };
  return (text, type) => {
    const key = `${text.toLowerCase()} ${type}`;
    const answer = known.get(key) ?? asked(text, type);
    known.set(key, answer);
    return answer;
  };
}

/** What is no domain name has no records. */
export const NO_NAME: Lookup = { kind: 'nxdomain', data: [], isSecure: null, evidence: [] };
