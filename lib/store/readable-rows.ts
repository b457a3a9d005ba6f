import { troubleOf } from './trouble';

interface RowQueries<Row> {
  all(): Promise<Row[]>;
  /** The same rows in the same order, of which only the key is read. */
  ids(): Promise<{ id: string }[]>;
  one(id: string): Promise<Row | null>;
}

/** Rows of a list; when one of them holds what cannot be read, the others by themselves. Rejects with trouble of the whole database. */
export async function readableRows<Row>({ all, ids, one }: RowQueries<Row>): Promise<Row[]> {
  try {
    return await all();
  } catch (error) {
    if (troubleOf(error) !== null) throw error;
  }
  const rows: Row[] = [];
  for (const { id } of await ids())
    try {
      const row = await one(id);
      if (row !== null) rows.push(row);
    } catch (error) {
      if (troubleOf(error) !== null) throw error;
    }
  return rows;
}
