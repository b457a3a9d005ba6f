import { clsx } from 'clsx';
import Link from 'next/link';
import { HISTORY_KINDS, type HistoryKind } from '@/lib/report/history-kind';

const KIND_WORD: Readonly<Record<HistoryKind, string>> = {
  check: 'Checks',
  mail: 'Bounces and complaints',
  alert: 'What watches have told',
  note: 'Notes',
};

/** Said where a domain has nothing of a kind. */
export const NO_LINES: Readonly<Record<HistoryKind, string>> = {
  check: 'Nobody has checked this domain here yet.',
  mail: 'No bounce and no complaint about this domain was handed over.',
  alert: 'No watch has told of a change of this domain.',
  note: 'There is no note of this domain.',
};

/** The page of a domain with one kind of lines alone; the address bar has which. */
export function KindLinks({ domain, only }: { domain: string; only: HistoryKind | undefined }) {
  return (
    <nav aria-label="Kinds of lines" className="screen-only mt-8 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {[undefined, ...HISTORY_KINDS].map((kind) => (
        <Link
          key={kind ?? 'all'}
          href={`${historyPath(domain, { only: kind })}#history`}
          prefetch={false}
          aria-current={kind === only ? 'true' : undefined}
          className={clsx(kind === only && 'text-ink font-semibold')}
        >
          {kind === undefined ? 'Everything' : KIND_WORD[kind]}
        </Link>
      ))}
    </nav>
  );
}

/** A page of the history of a domain (A-labels). */
export function historyPath(
  domain: string,
  chosen: { only?: HistoryKind | undefined; cursor?: string } = {},
): string {
  const words = Object.entries(chosen).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const path = `/domain/${encodeURIComponent(domain)}`;
  return words.length === 0 ? path : `${path}?${new URLSearchParams(words)}`;
}
