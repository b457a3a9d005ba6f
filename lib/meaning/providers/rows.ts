import { FILTER_ROWS } from './filters';
import { MAILBOX_ROWS } from './mailboxes';
import type { ProviderRow } from './provider-row';
import { SOFTWARE_ROWS } from './software';

/** Only what the general rules would read wrongly or less exactly. The first row that fits counts. */
export const PROVIDER_ROWS: readonly ProviderRow[] = [...MAILBOX_ROWS, ...FILTER_ROWS, ...SOFTWARE_ROWS];

const ANY_ROW = new RegExp(PROVIDER_ROWS.map(({ pattern }) => pattern.source).join('|'), 'i');

/** The rows whose pattern fits, in their order; one look spares the others to replies that no row is about. */
export function fittingRows(whole: string): readonly ProviderRow[] {
  return ANY_ROW.test(whole) ? PROVIDER_ROWS.filter(({ pattern }) => pattern.test(whole)) : [];
}
