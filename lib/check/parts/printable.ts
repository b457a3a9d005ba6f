import { mapStrings } from '@/lib/map-strings';
import type { PoliciesView } from '@/lib/policy/view';
import { escapeText } from '@/lib/smtp/escape';

/** Records are whatever somebody has typed: what acts on a screen or hides there is escaped, and lines stay lines. */
export function printable(view: PoliciesView): PoliciesView {
  const escape = (text: string) => text.split('\n').map(escapeText).join('\n');
  return mapStrings(view, escape) as PoliciesView; // only texts are changed, so its form is the same
}
