import { mailPath } from '@/lib/complaint/mail-path';
import type { MailSummary } from '@/lib/complaint/mail-summary';
import type { CheckSummary } from '@/lib/report/summary';
import { alertPath } from '@/lib/watch/alert-path';
import type { ToldAlert } from '@/lib/watch/watch';
import { alertWords } from './alert-words';
import { csvRow } from './csv';
import { KIND_WORD } from './mail-words';

/** A line of a domain's history. */
type Line = { at: string; id: string } & (
  | { what: 'check'; check: CheckSummary }
  | { what: 'mail'; mail: MailSummary }
  | { what: 'alert'; alert: ToldAlert }
  | { what: 'note'; note: { text: string } }
);

const COLUMNS = ['at', 'what', 'target', 'outcome', 'side', 'stage', 'text', 'ms', 'link'];

/**
 * A domain's history as a table (RFC 4180, with its names in the first line). `linkOf` makes a whole link of a path. A cell that a
 * spreadsheet would take for a formula begins with an apostrophe.
 */
export function historyCsv(lines: readonly Line[], linkOf: (path: string) => string): string {
  return [COLUMNS, ...lines.map((line) => cellsOf(line, linkOf))].map(csvRow).join('');
}

function cellsOf(line: Line, linkOf: (path: string) => string): string[] {
  switch (line.what) {
    case 'check': {
      const { target, verdict, status, durationMs, id } = line.check;
      return [
        line.at,
        'check',
        target.mailbox ?? target.domain,
        verdict?.outcome ?? status,
        verdict?.side ?? '',
        verdict?.stage ?? '',
        verdict?.headline ?? '',
        String(durationMs ?? ''),
        linkOf(`/check/${id}`),
      ];
    }
    case 'mail': {
      const { kind, subjects } = line.mail;
      const about = [...new Set(subjects.map(({ category }) => category))].join(' ');
      return [line.at, KIND_WORD[kind], '', about, '', '', '', '', linkOf(mailPath(line.mail))];
    }
    case 'alert': {
      const { title, lines } = alertWords(line.alert);
      const text = [title, ...lines].join('\n');
      return [line.at, 'change', line.alert.target, '', '', '', text, '', linkOf(alertPath(line.alert))];
    }
    case 'note':
      return [line.at, 'note', '', '', '', '', line.note.text, '', linkOf(`/notes/${line.id}`)];
  }
}
