import { clsx } from 'clsx';
import Link from 'next/link';
import { HISTORY_KINDS, type HistoryKind } from '@/lib/report/history-kind';
import type { HistoryChoice } from '@/lib/report/history-choice';
import { historyPath } from './history-path';

const KIND_WORD: Readonly<Record<HistoryKind, string>> = {
  check: 'Checks',
  mail: 'Bounces and complaints',
  alert: 'What watches have told',
  note: 'Notes',
};

/** Said where a domain has nothing of a kind. */
const NO_LINES: Readonly<Record<HistoryKind, string>> = {
  check: 'Nobody has checked this domain here yet.',
  mail: 'No bounce and no complaint about this domain was handed over.',
  alert: 'No watch has told of a change of this domain.',
  note: 'There is no note of this domain.',
};

/** Said where nothing was chosen. */
export function noLines({ only = 'check', of, outcome }: HistoryChoice): string {
  return of === undefined && outcome === undefined ? NO_LINES[only] : 'There is no such check.';
}

/** The page of a domain with one kind of lines alone; the address bar has which. */
export function KindLinks({ domain, chosen }: { domain: string; chosen: HistoryChoice }) {
  return (
    <ChoiceLinks
      label="Kinds of lines"
      className="mt-8"
      choices={[undefined, ...HISTORY_KINDS].map((only) => ({
        word: only === undefined ? 'Everything' : KIND_WORD[only],
        path: historyPath(domain, { only }),
        isChosen: only === chosen.only,
      }))}
    />
  );
}

interface ChoiceLinksProps {
  label: string;
  className?: string;
  choices: readonly { word: string; path: string; isChosen: boolean }[];
}

/** Links of which the page follows one. */
export function ChoiceLinks({ label, className, choices }: ChoiceLinksProps) {
  return (
    <nav aria-label={label} className={clsx('screen-only flex flex-wrap gap-x-4 gap-y-1 text-sm', className)}>
      {choices.map(({ word, path, isChosen }) => (
        <Link
          key={path}
          href={`${path}#history`}
          prefetch={false}
          aria-current={isChosen ? 'true' : undefined}
          className={clsx('wrap-anywhere', isChosen && 'text-ink font-semibold')}
        >
          {word}
        </Link>
      ))}
    </nav>
  );
}
