import type { BatchTarget } from '@/lib/batch/batch';
import { csvRow } from './csv';

const COLUMNS = ['line', 'times', 'target', 'state', 'outcome', 'text', 'findings', 'change', 'link'];

/** The names of the columns. */
export const BATCH_CSV_HEAD = csvRow(COLUMNS);

/** Lines of a batch as rows of a table. `linkOf` makes a whole link of a path. */
export function batchCsv(targets: readonly BatchTarget[], linkOf: (path: string) => string): string {
  return targets
    .map(({ line, lines, input, state, outcome, headline, problem, findings, change, checkId }) =>
      csvRow([
        String(line),
        String(lines),
        input,
        state,
        outcome ?? '',
        problem?.say ?? headline ?? '',
        findings.join(' '),
        change ?? '',
        checkId === null ? '' : linkOf(`/check/${checkId}`),
      ]),
    )
    .join('');
}
