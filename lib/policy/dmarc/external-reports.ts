import type { LookUp } from '../lookup';
import { readTags } from '../tag-list';
import { textOfTxt } from '../txt';
import { isDmarc } from './record';

/** Whether a domain takes reports about another one; RFC 9990 §4. */
export interface ReportPermission {
  state: 'permitted' | 'none' | 'invalid' | 'temperror';
  /** The name whose TXT record permits it. */
  name: string;
  evidence: readonly number[];
}

/** Where it stands whether reports about `domain` may go to `target`. */
export function permissionName(domain: string, target: string): string {
  return `${domain}._report._dmarc.${target}`;
}

/** Asks whether reports about `domain` may go to `target`. Both of one organisation are not asked about here. */
export async function reportPermission(
  domain: string,
  target: string,
  lookUp: LookUp,
): Promise<ReportPermission> {
  const name = permissionName(domain, target);
  const { kind, data, evidence } = await lookUp(name, 'TXT');
  if (kind === 'failed') return { state: 'temperror', name, evidence };
  const texts = data.map(textOfTxt).filter(isDmarc);
  const state = texts.length === 0 ? 'none' : texts.every(isTagList) ? 'permitted' : 'invalid';
  return { state, name, evidence };
}

function isTagList(text: string): boolean {
  return readTags(text).every(({ name, value }) => name !== null && name !== '' && value !== '');
}
