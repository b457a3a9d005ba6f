import { no, ok, type Result } from '@/lib/result';
import { isExtension } from '../extension-field';
import { readTags } from '../tag-list';

/** What stands at `_mta-sts`: that there is a policy, and which one; RFC 8461 §3.1. */
export interface StsRecord {
  text: string;
  /** Another one says that the policy has changed. */
  id: string;
}

export type StsRecordFault = 'version' | 'no-id' | 'bad-id' | 'bad-field';

/** RFC 8461 §3.1: what does not begin like this is no such record. */
export function isSts(text: string): boolean {
  return text.startsWith('v=STSv1');
}

/** Reads the text of a record. One with a fault is as if there were none. */
export function parseStsRecord(text: string): Result<StsRecord, StsRecordFault> {
  const [version, ...fields] = readTags(text);
  if (version?.text !== 'v=STSv1') return no('version');
  const ids = fields.filter(({ name }) => name === 'id').map(({ value }) => value);
  if (ids.length === 0) return no('no-id');
  if (!ids.every((id) => /^[A-Za-z0-9]{1,32}$/.test(id))) return no('bad-id');
  if (!fields.every(({ name, value }) => name === 'id' || isExtension(name, value))) return no('bad-field');
  return ok({ text, id: ids[0] ?? '' });
}
