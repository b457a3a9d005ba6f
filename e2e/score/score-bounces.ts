import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBounce } from '@/lib/report-mail/read-bounce';
import type { BounceReading, ReportedRecipient } from '@/lib/report-mail/schema';
import {
  areNeighbours,
  CATEGORY,
  isRow,
  labelIn,
  labelOf,
  LENIENT,
  list,
  permanenceRight,
  share,
} from './labels';
import type { Row } from './read-cases';

/** Names under which sets hold the same thing. */
const FILE = ['input', 'file', 'path', 'eml', 'name', 'id'];
const RECIPIENTS = ['recipients', 'bounces', 'deliveries', 'results', 'failed', 'temporary', 'permanent'];
const ADDRESS = ['address', 'recipient', 'email', 'addr', 'to'];
const STATUS = ['status', 'deliverystatus', 'enhanced', 'dsn'];
const CODE = ['code', 'replycode', 'smtpCode', 'reply_code'];
const NO_BOUNCE =
  /^(?:ordinary|none|not-?a-?bounce|no|automatic-reply|auto-?reply|vacation|feedback|arf|read-receipt|mdn)$/i;

/** Notices that are told apart by what became of the message. */
const KINDS: readonly string[] = ['bounce', 'delay', 'delivered'];

interface Expected {
  address: string;
  fields: Row;
}

interface Counts {
  recipients: boolean | null;
  status: boolean[];
  code: boolean[];
  permanence: boolean[];
  category: { strict: boolean; lenient: boolean }[];
  isFalse: boolean;
  said: string[];
}

/** What went wrong, a line each, and last one line of JSON with the figures of `contract.md`. */
export async function scoreBounces(set: string, rows: readonly Row[], folder: string): Promise<string[]> {
  const scored: Counts[] = [];
  let unreadable = 0;
  for (const row of rows) {
    const raw = inputOf(row, folder);
    if (raw === null) unreadable++;
    else scored.push(compare(row, await readBounce(raw)));
  }
  const told = scored.flatMap(({ recipients }) => (recipients === null ? [] : [recipients]));
  const rate = (values: readonly boolean[]) => share(values.filter(Boolean).length, values.length);
  const categories = scored.flatMap(({ category }) => category);
  return [
    ...scored.flatMap(({ said }) => said),
    JSON.stringify({
      set,
      cases: scored.length,
      right: scored.filter(({ said }) => said.length === 0).length,
      recipients: rate(told),
      status: rate(scored.flatMap(({ status }) => status)),
      code: rate(scored.flatMap(({ code }) => code)),
      permanence: rate(scored.flatMap(({ permanence }) => permanence)),
      strict: rate(categories.map(({ strict }) => strict)),
      lenient: rate(categories.map(({ lenient }) => lenient)),
      falseBounces: scored.filter(({ isFalse }) => isFalse).length,
      unreadable,
    }),
  ];
}

/** The message of a row: a file beside the cases, or in the row itself; null when there is neither. */
export function inputOf(row: Row, folder: string): Uint8Array | null {
  for (const name of [...FILE.map((one) => row[one]), row['raw']]) {
    if (typeof name !== 'string') continue;
    if (name.includes('\n')) return Buffer.from(name);
    for (const place of ['inputs', '.', 'cases'])
      for (const ending of ['', '.eml', '.txt'])
        try {
          return readFileSync(join(folder, place, `${name}${ending}`));
        } catch {
          continue;
        }
  }
  return null;
}

/** What a row is called in the lines about it. */
export function nameOf(row: Row): string {
  const name = row['id'] ?? row['input'] ?? row['file'];
  return typeof name === 'string' ? name : '';
}

function compare(row: Row, reading: BounceReading): Counts {
  const nested = ['expect', 'expected'].map((name) => row[name]).find(isRow);
  const fields: Row = { ...row, ...nested };
  const expected = recipientsOf(fields);
  const name = nameOf(row);
  const isNone =
    (typeof fields['kind'] === 'string' && NO_BOUNCE.test(fields['kind'])) ||
    fields['bounce'] === false ||
    fields['isBounce'] === false;
  const counts: Counts = {
    recipients: null,
    status: [],
    code: [],
    permanence: [],
    category: [],
    isFalse: false,
    said: [],
  };
  if (isNone) {
    counts.isFalse = reading.kind === 'bounce';
    if (counts.isFalse) counts.said.push(`${name}: called a bounce, is none`);
    return counts;
  }
  const wantedKind = typeof fields['kind'] === 'string' ? fields['kind'].toLowerCase() : '';
  if (KINDS.includes(wantedKind) && reading.kind !== wantedKind) {
    counts.isFalse = reading.kind === 'bounce';
    counts.said.push(`${name}: called ${reading.kind}, is ${wantedKind}`);
  }
  if (expected.length === 0) return counts;
  const got = new Map(reading.recipients.map((one) => [one.address.toLowerCase(), one]));
  counts.recipients = expected.length === got.size && expected.every(({ address }) => got.has(address));
  if (!counts.recipients)
    counts.said.push(
      `${name}: recipients ${[...got.keys()].join(', ') || 'none'}, should be ${expected.map(({ address }) => address).join(', ')}`,
    );
  for (const { address, fields: about } of expected) {
    const one =
      got.get(address) ?? (expected.length === 1 && got.size === 1 ? [...got.values()][0] : undefined);
    compareOne(about, one, counts, `${name} ${address}`);
  }
  return counts;
}

function compareOne(about: Row, one: ReportedRecipient | undefined, counts: Counts, name: string): void {
  const check = (what: 'status' | 'code', names: readonly string[], got: string | number | null) => {
    const want = names
      .map((key) => about[key])
      .find((value) => value !== undefined && value !== null && value !== '');
    if (typeof want !== 'string' && typeof want !== 'number') return;
    counts[what].push(String(got ?? '') === String(want));
    if (String(got ?? '') !== String(want))
      counts.said.push(`${name}: ${what} ${got ?? 'none'}, should be ${want}`);
  };
  check('status', STATUS, one?.status ?? null);
  check('code', CODE, one?.code ?? null);
  const permanence = permanenceRight(about, { permanence: one?.meaning.permanence ?? null });
  if (permanence !== null) counts.permanence.push(permanence);
  if (permanence === false) counts.said.push(`${name}: permanence ${one?.meaning.permanence ?? 'none'}`);
  const want = labelIn(about, CATEGORY);
  if (want === null) return;
  const category = one?.meaning.category ?? 'unknown';
  const also = LENIENT.flatMap((key) => list(about[key])).map(labelOf);
  const strict = category === want;
  counts.category.push({
    strict,
    lenient: strict || also.includes(category) || areNeighbours(category, want),
  });
  if (!strict) counts.said.push(`${name}: category ${category}, should be ${want}`);
}

function recipientsOf(fields: Row): Expected[] {
  for (const name of RECIPIENTS) {
    const value = fields[name];
    if (!Array.isArray(value)) continue;
    const all = value.flatMap((one): Expected[] => {
      if (typeof one === 'string') return [{ address: one.toLowerCase(), fields }];
      if (!isRow(one)) return [];
      const address = ADDRESS.map((key) => one[key]).find((text) => typeof text === 'string');
      return typeof address === 'string' ? [{ address: address.toLowerCase(), fields: one }] : [];
    });
    if (all.length > 0) return all;
  }
  const address = ADDRESS.map((key) => fields[key]).find(
    (text) => typeof text === 'string' && text.includes('@'),
  );
  return typeof address === 'string' ? [{ address: address.toLowerCase(), fields }] : [];
}
