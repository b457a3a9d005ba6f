/** Rows of one page of a list, at most. */
export const MAX_PAGE = 100;

/** The place of a check in a list, newest first. */
export interface Place {
  createdAt: Date;
  id: string;
}

/** The place as an opaque text for links. */
export function writeCursor({ createdAt, id }: Place): string {
  return Buffer.from(`${createdAt.getTime()} ${id}`).toString('base64url');
}

/** Null when it is no cursor of ours. */
export function readCursor(text: string): Place | null {
  const match = /^(\d{1,15}) ([\w-]+)$/.exec(Buffer.from(text, 'base64url').toString('utf8'));
  return match === null ? null : { createdAt: new Date(Number(match[1])), id: match[2] ?? '' };
}

/** What a list of rows by their creation holds behind this place. */
export function olderThan({ createdAt, id }: Place) {
  // The bound lets an index begin there; two alternatives alone do not.
  return { createdAt: { lte: createdAt }, OR: [{ createdAt: { lt: createdAt } }, { id: { lt: id } }] };
}

/** What a list of rows by their creation, oldest first, holds behind this place; all of it without one. */
export function newerThan(place: Place | null) {
  if (place === null) return {};
  const { createdAt, id } = place;
  return { createdAt: { gte: createdAt }, OR: [{ createdAt: { gt: createdAt } }, { id: { gt: id } }] };
}

/** One page out of rows of which one more was read than it holds. */
export function pageOf<Row extends Place, Item>(
  rows: readonly Row[],
  take: number,
  itemOf: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, take);
  const last = shown.at(-1);
  return {
    items: shown.map(itemOf),
    next: rows.length > take && last !== undefined ? writeCursor(last) : null,
  };
}
