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
  /** Of the two that are compared. */
  names: readonly [a: string, b: string];
  /** Whether the names stand above; on a phone they stand in each line. */
  isHeaded: boolean;
}

/** What is compared of one thing: a line for each aspect, with both checks beside each other; on a phone below. */
export function AspectTable({ of, rows, areAlike, names, isHeaded }: AspectTableProps) {
  return (
    <Panel long>
      <table className="compared">
        <caption className={clsx(of === '' && 'sr-only')}>{of === '' ? 'Of the check' : of}</caption>
        <colgroup>
          <col className="w-1/5" />
          <col />
          <col />
        </colgroup>
        {isHeaded && (
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">What</span>
              </th>
              {names.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, n) => (
            <Row key={`${row.what} ${n}`} shown={aspectWords(row, areAlike)} names={names} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Row({ shown, names }: { shown: ShownAspect; names: AspectTableProps['names'] }) {
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
      <Value at={names[0]} isProse={isProse} {...a} />
      <Value at={names[1]} isProse={isProse} {...b} />
    </tr>
  );
}

type ValueProps = ShownAspect['a'] & { at: string; isProse: boolean };

function Value({ at, isProse, lines, shared, isMissing }: ValueProps) {
  const isEmpty = lines.length === 0;
  return (
    <td data-at={at} className={clsx(!isProse && !isEmpty && 'font-mono')}>
      <div className="min-w-0">
        {isEmpty && shared === 0 && <span className="text-soft">{isMissing ? 'not there' : 'none'}</span>}
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
      </div>
    </td>
  );
}
