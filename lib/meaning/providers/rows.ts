import { FILTER_ROWS } from './filters';
import { MAILBOX_ROWS } from './mailboxes';
import type { ProviderRow } from './provider-row';
import { SOFTWARE_ROWS } from './software';

/** Only what the general rules would read wrongly or less exactly. The first row that fits counts. */
export const PROVIDER_ROWS: readonly ProviderRow[] = [...MAILBOX_ROWS, ...FILTER_ROWS, ...SOFTWARE_ROWS];
