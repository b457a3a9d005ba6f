import type { Report } from '@/lib/report/report';
import type { Session } from '@/lib/smtp/session';

/** A row of the matrix: a session, or an address whose session has not begun. */
export interface MatrixRow {
  exchange: string;
  preference: number | null;
  address: string;
  session: Session | null;
}

/** One row for each session, in order, and after them one for each address whose turn may come: its place is kept. */
export function matrixRows(
  { route, sessions }: Pick<Report, 'route' | 'sessions'>,
  mayGrow: boolean,
): MatrixRow[] {
  const begun = sessions.map((session): MatrixRow => {
    const { exchange, preference, address } = session;
    return { exchange, preference, address, session };
  });
  if (!mayGrow) return begun;
  const known = new Set(sessions.map(({ exchange, address }) => `${exchange} ${address}`));
  const ahead = (route?.hosts ?? []).flatMap(({ exchange, preference, addresses }) =>
    addresses
      .filter(({ address, blocked }) => !blocked && !known.has(`${exchange} ${address}`))
      .map(({ address }): MatrixRow => ({ exchange, preference, address, session: null })),
  );
  return [...begun, ...ahead];
}
