import type { Stage } from '@/lib/smtp/session';
import { joined } from '../words/phrase';
import { FILTER_ROWS } from './filters';
import { MAILBOX_ROWS } from './mailboxes';
import type { ProviderRow } from './provider-row';
import { SOFTWARE_ROWS } from './software';

/** Only what the general rules would read wrongly or less exactly. The first row that fits counts. */
export const PROVIDER_ROWS: readonly ProviderRow[] = [...MAILBOX_ROWS, ...FILTER_ROWS, ...SOFTWARE_ROWS];

const NEEDS_NO_SIGN = joined(
  PROVIDER_ROWS.filter(({ needsSign }) => !needsSign).map(({ pattern }) => pattern),
  'i',
);

/** The first row for a whole reply with its codes; where nobody tells the stage, a row of a stage does not count. */
export function fittingRow(whole: string, speaker: string | null, stage: Stage | null): ProviderRow | null {
  const mayNeedNone = NEEDS_NO_SIGN.test(whole); // one look spares most replies most rows
  const row = PROVIDER_ROWS.find(
    ({ provider, needsSign, stages, pattern }) =>
      (needsSign === undefined ? mayNeedNone : provider === speaker) &&
      (stages === undefined || (stage !== null && stages.includes(stage))) &&
      pattern.test(whole),
  );
  return row ?? null;
}
