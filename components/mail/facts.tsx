import type { ReactNode } from 'react';

/** Names and values in two columns; what is not known is left out. */
export function Facts({ rows }: { rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl>
      {rows
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value], n) => (
          <div
            key={`${name} ${n}`}
            className="border-line grid gap-x-3 border-t px-4.5 py-1.5 first:border-t-0 md:grid-cols-[150px_minmax(0,1fr)]"
          >
            <dt className="text-soft text-sm">{name}</dt>
            <dd className="min-w-0 text-sm wrap-anywhere whitespace-pre-wrap">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
