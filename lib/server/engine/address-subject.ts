import type { Subject } from '@/lib/blocklists/blocklist';
import { familyOf } from '@/lib/ip-family';
import { bracketed, parseLiteral } from '@/lib/target/literal';
import type { Settings } from '../config/settings';
import { ownNames } from './own-names';

/** What was typed, understood: an address, or a name of ours; null where it is neither. */
export function subjectOf(text: string, settings: Pick<Settings, 'helo' | 'mailFrom'>): Subject | null {
  const typed = text.trim().toLowerCase();
  const literal = bracketed(typed);
  if (literal === null) return ownNames(settings).includes(typed) ? { kind: 'name', text: typed } : null;
  const parsed = parseLiteral(literal, 0);
  if (!parsed.ok) return null;
  const { address } = parsed.value;
  return { kind: familyOf(address), text: address };
}

/** RFC 5782 has nothing to say of addresses that are no public ones. */
export function isPublic({ kind, text }: Subject, guard: (address: string) => string | null): boolean {
  return kind === 'name' || guard(text) === null;
}

/** Whether any list is asked about such as this. */
export function hasLists(
  { kind }: Pick<Subject, 'kind'>,
  { blocklists }: Pick<Settings, 'blocklists'>,
): boolean {
  return blocklists.some(({ holds }) => holds.includes(kind));
}

/** What lists are asked about here; null where none of them is. */
export function askedSubject(
  text: string,
  settings: Pick<Settings, 'helo' | 'mailFrom' | 'blocklists'>,
  guard: (address: string) => string | null,
): Subject | null {
  const subject = subjectOf(text, settings);
  return subject !== null && isPublic(subject, guard) && hasLists(subject, settings) ? subject : null;
}
