import { AppProblem } from '@/lib/problem';
import { canonicalJson } from '@/lib/store/evidence';
import type { Place } from '@/lib/store/cursor';
import type { CheckStore } from '@/lib/store/store';
import { type Begin, type End, EXPORT_VERSION, type Line, WITHOUT } from './form';
import { limitReached, MAX_LINE_OCTETS } from './lines';
import { takeOutReceivers, takeOutWatches } from './watch-records';

/** Rows looked for at a time; what they hold is read one by one. */
const BATCH = 200;

interface ExportConfig {
  store: CheckStore;
  /** Hears of each thing that could not be read, or is too large, and was left out. */
  onLeftOut(what: string, why: string): void;
}

/** Lines of everything that is kept, oldest first of each kind, each in canonical JSON (RFC 8785); the last one counts them. */
export async function* exportLines({ store, onLeftOut }: ExportConfig): AsyncGenerator<string, End, void> {
  const counts = { checks: 0, mails: 0, notes: 0, watches: 0, receivers: 0, settings: 0 };
  yield lineOf({ record: 'begin', form: 'mxproof-export', version: EXPORT_VERSION });

  for (const setting of await store.takeOutSettings()) {
    yield lineOf({ record: 'setting', setting });
    counts.settings++;
  }
  for await (const note of rows(store.takeOutNotes)) {
    yield lineOf({ record: 'note', note });
    counts.notes++;
  }
  // Before those that tell them.
  for (const receiver of await takeOutReceivers(store)) {
    yield lineOf({ record: 'receiver', receiver });
    counts.receivers++;
  }
  for (const watch of await takeOutWatches(store)) {
    yield lineOf({ record: 'watch', watch });
    counts.watches++;
  }
  for await (const { id } of rows(store.checkPlaces)) {
    const line = await lineOrNull(`check ${id}`, onLeftOut, async () => {
      const check = await store.takeOutCheck(id);
      return check && { record: 'check', check };
    });
    if (line === null) continue;
    yield line;
    counts.checks++;
  }
  for await (const { id } of rows(store.mailPlaces)) {
    const line = await lineOrNull(`mail ${id}`, onLeftOut, async () => {
      const mail = await store.takeOutMail(id);
      return mail && { record: 'mail', mail };
    });
    if (line === null) continue;
    yield line;
    counts.mails++;
  }

  const end: End = { record: 'end', ...counts, without: [...WITHOUT] };
  yield lineOf(end);
  return end;
}

/** All rows, a batch at a time. */
async function* rows<Row extends { id: string; createdAt: Date | string }>(
  find: (query: { after: Place | null; most: number }) => Promise<Row[]>,
): AsyncGenerator<Row, void, void> {
  let after: Place | null = null;
  for (;;) {
    const batch: Row[] = await find({ after, most: BATCH });
    yield* batch;
    const last = batch.at(-1);
    if (last === undefined) return;
    after = { id: last.id, createdAt: new Date(last.createdAt) };
  }
}

/** Null for what is gone, or was left out. */
async function lineOrNull(
  what: string,
  onLeftOut: ExportConfig['onLeftOut'],
  take: () => Promise<Line | null>,
): Promise<string | null> {
  let line: string;
  try {
    const taken = await take();
    if (taken === null) return null;
    line = lineOf(taken);
  } catch (error) {
    if (error instanceof AppProblem) throw error;
    onLeftOut(what, 'it is damaged');
    return null;
  }
  const limit =
    Buffer.byteLength(line) > MAX_LINE_OCTETS
      ? `has more than ${MAX_LINE_OCTETS} octets`
      : limitReached(line);
  if (limit === null) return line;
  onLeftOut(what, `it ${limit}`);
  return null;
}

function lineOf(record: Begin | Line): string {
  return `${canonicalJson(record)}\n`;
}
