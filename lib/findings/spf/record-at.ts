import type { SpfView } from '@/lib/policy/view';

/** Characters of a record that a fix repeats. */
const MAX_REPEATED = 1_000;

/** The SPF record of a domain among those that were read, as a fix repeats it; empty when there is none, or it is long. */
export function recordAt({ records }: Pick<SpfView, 'records'>, domain: string): string {
  const text = records.find((one) => one.domain === domain)?.text ?? '';
  return text.length > MAX_REPEATED ? '' : text;
}
