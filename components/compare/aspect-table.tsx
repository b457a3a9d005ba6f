import Link from 'next/link';
import { clsx } from 'clsx';
import type { ComparedAspect } from '@/lib/compare/comparison';
import { clipped } from '@/lib/show/clipped';
import { aspectWords, type ShownAspect } from '@/lib/show/comparison-words';
import { Panel } from '@/components/ui/panel';

/** Characters drawn of one value. */
const DRAWN = 600;

interface AspectTableProps {
  /** Of which server, session or zone; empty: of the check. */
  of: string;
  rows: readonly ComparedAspect[];
  areAlike: boolean;
}

/** What is compared of one thing: a line for each aspect, with both checks beside each other; on a phone below. */
export function AspectTable({ of, rows, areAlike }: AspectTableProps) {
  return (
    <Panel long>
      <table className="compared">
        <caption className={clsx(of === '' && 'sr-only')}>{of === '' ? 'Of the check' : of}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">What</th>
            <th scope="col">First check</th>
            <th scope="col">Second check</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            <Row key={`${row.what} ${n}`} shown={aspectWords(row, areAlike)} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Row({ shown }: { shown: ShownAspect }) {
  const { label, code, isProse, a, b } = shown;
  return (
    <tr>
      <th scope="row">
        {code === null ? (
          label
        ) : (
          <Link href={`/findings/${encodeURIComponent(code)}`} prefetch={false} className="font-mono">
            {code}
          </Link>
        )}
      </th>
      <Value at="First" isProse={isProse} {...a} />
      <Value at="Second" isProse={isProse} {...b} />
    </tr>
  );
}

type ValueProps = ShownAspect['a'] & { at: string; isProse: boolean };

function Value({ at, isProse, lines, shared, isMissing }: ValueProps) {
  const isEmpty = lines.length === 0;
  return (
    <td data-at={at} className={clsx(!isProse && !isEmpty && 'font-mono')}>
      {isEmpty && <span className="text-soft">{isMissing ? 'not there' : shared > 0 ? '' : 'none'}</span>}
      {lines.map((line, n) => (
        <span key={n} className="block">
          {clipped(line, DRAWN)}
        </span>
      ))}
      {shared > 0 && (
        <span className="text-soft font-sans">
          {isEmpty ? '' : 'and '}
          {shared} that both have
        </span>
      )}
    </td>
  );
}
