import type { ReactNode } from 'react';
import { PanelRow } from './panel';

/** Names and values in two columns; what is not known is left out. */
export function Facts({ rows }: { rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl>
      {rows
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value], n) => (
          <PanelRow
            as="div"
            key={`${name} ${n}`}
            className="grid gap-x-3 py-1.5 md:grid-cols-[150px_minmax(0,1fr)]"
          >
            <dt className="text-soft text-sm">{name}</dt>
            <dd className="min-w-0 text-sm wrap-anywhere whitespace-pre-wrap">{value}</dd>
          </PanelRow>
        ))}
    </dl>
  );
}
