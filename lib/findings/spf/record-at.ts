import type { SpfView } from '@/lib/policy/view';

/** Octets of one string of a TXT record: how a longer record is divided is not kept, and so it cannot be named to be taken away. */
const MAX_REPEATED = 255;

/** The SPF record of a domain among those that were read, as a fix repeats it; empty when there is none, or it is long. */
export function recordAt({ records }: Pick<SpfView, 'records'>, domain: string): string {
  return repeated(records.find((one) => one.domain === domain)?.text ?? '');
}

/** Every SPF record of a domain among those that were read; none where one is long. */
export function recordsAt({ records }: Pick<SpfView, 'records'>, domain: string): string[] {
  const texts = records.filter((one) => one.domain === domain).map(({ text }) => text);
  return texts.every((text) => repeated(text) !== '') ? texts : [];
}

/** A record as a fix repeats it; empty when it is long. */
export function repeated(record: string): string {
  return record.length > MAX_REPEATED ? '' : record;
}
