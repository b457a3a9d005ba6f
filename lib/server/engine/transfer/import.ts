import type { z } from 'zod';
import { isValidEvidence } from '@/lib/report/valid-evidence';
import { upgrade } from '@/lib/report/upgrade';
import { SCHEMA_VERSION } from '@/lib/report/versions';
import { escapeText } from '@/lib/smtp/escape';
import { canonicalJson, digestOf } from '@/lib/store/evidence';
import type { KeptCheck, KeptMail } from '@/lib/store/kept-records';
import type { CheckStore } from '@/lib/store/store';
import { storedReport } from '../stored-report';
import { ExportUnreadable } from './export-unreadable';
import { Begin, type End, EXPORT_VERSION, type Kind, KINDS, Line } from './form';
import { readJson } from './lines';
import { faultOfReceiver, faultOfWatch, putInReceiver, putInWatch } from './watch-records';

/** What came of things of one kind. */
export interface Outcome {
  added: number;
  /** Was there already, and stays as it is. */
  there: number;
  refused: number;
}

export type Outcomes = Record<Kind, Outcome>;

interface ImportConfig {
  store: CheckStore;
  /** Hears of each thing that was refused. */
  onRefused(what: string, why: string): void;
  /** Counted as it goes on, so that it is known whatever ends it. */
  outcomes: Outcomes;
}

export function noOutcomes(): Outcomes {
  const none = (): Outcome => ({ added: 0, there: 0, refused: 0 });
  return {
    checks: none(),
    mails: none(),
    notes: none(),
    watches: none(),
    receivers: none(),
    settings: none(),
  };
}

/**
 * Puts into a database what the lines of an export hold, one thing after the other, each whole or not at all: it may be done again after
 * an interruption. Throws `ExportUnreadable` at the first line that no export has; what stands before it has been put in.
 */
export async function importLines(
  lines: AsyncIterable<string>,
  { store, onRefused, outcomes }: ImportConfig,
): Promise<void> {
  const read: Record<Kind, number> = { checks: 0, mails: 0, notes: 0, watches: 0, receivers: 0, settings: 0 };
  let number = 0;
  let end: End | null = null;

  const take = async (
    kind: Kind,
    what: string,
    why: string | null,
    put: () => Promise<boolean>,
  ): Promise<void> => {
    read[kind]++;
    if (why !== null) onRefused(what, why);
    outcomes[kind][why !== null ? 'refused' : (await put()) ? 'added' : 'there']++;
  };

  for await (const line of lines) {
    number++;
    if (number === 1) {
      checkBegin(line);
      continue;
    }
    if (end !== null) throw new ExportUnreadable(`Line ${number} stands behind the end of the export.`);
    const one = readLine(line, number);
    switch (one.record) {
      case 'setting':
        await take('settings', one.setting.name, null, () => store.putInSetting(one.setting));
        break;
      case 'note':
        await take('notes', one.note.id, null, () => store.putInNote(one.note));
        break;
      case 'receiver':
        await take('receivers', `receiver ${one.receiver.id}`, faultOfReceiver(one.receiver), () =>
          putInReceiver(store, one.receiver),
        );
        break;
      case 'watch':
        await take('watches', `watch ${one.watch.id}`, faultOfWatch(one.watch), () =>
          putInWatch(store, one.watch),
        );
        break;
      case 'check':
        await take('checks', `check ${one.check.id}`, faultOfCheck(one.check), () =>
          store.putInCheck(one.check),
        );
        break;
      case 'mail':
        await take('mails', `mail ${one.mail.id}`, faultOfMail(one.mail), () => store.putInMail(one.mail));
        break;
      case 'end':
        end = one;
    }
  }
  if (end === null) throw new ExportUnreadable('The file ends before the export does: it is not whole.');
  for (const kind of KINDS)
    if (read[kind] !== end[kind])
      throw new ExportUnreadable(`The export had ${end[kind]} ${kind}, and ${read[kind]} are in the file.`);
}

function checkBegin(line: string): void {
  let begin: z.infer<typeof Begin> | undefined;
  try {
    begin = Begin.safeParse(readJson(line, 1)).data;
  } catch (error) {
    if (!(error instanceof ExportUnreadable)) throw error;
  }
  if (begin === undefined) throw new ExportUnreadable('The file is no export of mxproof.');
  if (begin.version > EXPORT_VERSION)
    throw new ExportUnreadable(
      `The export has form ${begin.version}, that of a newer mxproof; this one reads ${EXPORT_VERSION}.`,
    );
}

function readLine(line: string, number: number): Line {
  const { data, error } = Line.safeParse(readJson(line, number));
  if (data !== undefined) return data;
  const [issue] = error.issues;
  const place = issue?.path.join('.') ?? '';
  const why = escapeText(`${place}: ${issue?.message ?? ''}`).slice(0, MAX_SAID);
  throw new ExportUnreadable(`Line ${number} is none of an export (${why}).`);
}

/** Characters that are said of what is wrong with a line. */
const MAX_SAID = 200;

/** Why a check cannot be put in, as the rest of a sentence; null when it can. */
function faultOfCheck(check: KeptCheck): string | null {
  const { digest, evidence, schemaVersion } = check;
  if (digestOf(canonicalJson(evidence)) !== digest) return 'its evidence does not match its digest';
  if (schemaVersion > SCHEMA_VERSION)
    return `its evidence has form ${schemaVersion}, that of a newer mxproof; this one reads ${SCHEMA_VERSION}`;
  return isReadable(check) ? null : 'its evidence is none that mxproof writes';
}

/** Whether a page can be made of it. */
function isReadable(check: KeptCheck): boolean {
  const { id, target, options, vantage, fingerprint, status, lastSeq, digest } = check;
  const evidence = { version: check.schemaVersion, events: check.evidence };
  const ending = { status, finishedAt: new Date(check.finishedAt), lastSeq, digest };
  const createdAt = new Date(check.createdAt);
  if (isLargerThanAny(check)) return false;
  try {
    if (!isValidEvidence(upgrade(evidence))) return false;
    storedReport({ id, target, options, vantage, fingerprint, createdAt, evidence, ending }, {});
    return true;
  } catch {
    return false;
  }
}

/** Steps and sessions far above what the limits of a check allow (540 questions, 40 addresses); judging many thousands takes minutes. */
const MOST_EVENTS = { 'dns.step': 3_000, 'session.opened': 1_000 } as const;

function isLargerThanAny({ evidence }: KeptCheck): boolean {
  return Object.entries(MOST_EVENTS).some(
    ([name, most]) => evidence.filter(({ type }) => type === name).length > most,
  );
}

/** `Buffer` reads over what is no base64. */
function faultOfMail({ message }: KeptMail): string | null {
  return Buffer.from(message, 'base64').toString('base64') === message ? null : 'its message is no base64';
}
