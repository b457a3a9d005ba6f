import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { namesNeeded } from '@/lib/message/names-needed';
import type { SignatureView } from '@/lib/message/view';
import { readWhole } from '@/lib/message/whole-message';
import { type VerifiedMessage, verifyMessage } from '@/lib/server/engine/message-verifier/verify-message';
import { type Half, isIn } from './half';
import { answersIn, type KeyZone, zoneOfLines, zoneOfParagraphs } from './key-zone';
import { type Outcome, type Score, summariseApart } from './outcome';
import { readLines } from './read-cases';

const Row = z.union([
  z.object({
    file: z.string(),
    dns_text: z.string(),
    signatures: z.array(z.object({ Domain: z.string(), Selector: z.string(), State: z.string() })),
  }),
  z.object({
    file: z.string(),
    dns: z.string(),
    result: z.string(),
    domainkeys_only: z.boolean().optional(),
    upstream_skipped: z.unknown().optional(),
  }),
  z.object({ file: z.string(), mechanism: z.string().optional(), result: z.string(), note: z.string() }),
]);
type Row = z.infer<typeof Row>;
type Figure = 'result' | 'arc' | Former;
type Former = (typeof FORMER)[number];
type Points = Outcome<Figure>['points'];

/** What is counted apart: algorithms that RFC 8301 forbids, and signatures of drafts before there was a version (RFC 4871 §3.5). */
const FORMER = ['formerAlgorithms', 'formerVersions'] as const;

/** Signatures of the set have expired by then when they do at all. */
const NOW_SECONDS = 1_790_000_000;

/** Results of signatures and of messages. Throws with one sentence when there is nothing to read. */
export function scoreDkim(folder: string, half: Half | null = null): Score {
  const { rows, unreadable } = readLines(join(folder, 'cases', 'expected.jsonl'), Row);
  const counted = rows.filter((row) => isIn(half, row.file) && !isBeforeTheStandard(row));
  const outcomes = counted.map((row): Outcome<Figure> => {
    const points = pointsOf(row, folder);
    return {
      name: row.file,
      points: points.filter((one) => !isFormer(one)),
      beside: points.filter(isFormer),
    };
  });
  const { lines, figures } = summariseApart(outcomes, ['result', 'arc', ...FORMER]);
  return { lines: [...unreadable, ...lines], figures: { ...figures, unreadable: unreadable.length } };
}

function isFormer({ figure }: Points[number]): boolean {
  return FORMER.some((one) => one === figure);
}

function isBeforeTheStandard(row: Row): boolean {
  return 'dns' in row && (row.domainkeys_only === true || row.upstream_skipped !== undefined);
}

function pointsOf(row: Row, folder: string): Points {
  const octets = readFileSync(join(folder, 'cases', row.file));
  if ('dns_text' in row) return signaturePoints(row, verified(octets, zoneOfParagraphs(row.dns_text)).dkim);
  if ('dns' in row) {
    const zone = zoneOfLines(readFileSync(join(folder, 'inputs', row.dns), 'utf8'));
    return [messagePoint(row.result, verified(octets, zone).dkim)];
  }
  const blank = /\r?\n\r?\n/.exec(octets.toString('latin1'));
  const at = blank === null ? 0 : blank.index;
  const zone = zoneOfLines(octets.subarray(0, at).toString('latin1'));
  const { dkim, arc } = verified(octets.subarray(at + (blank?.[0].length ?? 0)), zone);
  if (row.mechanism === 'arc')
    return [{ figure: 'arc', isRight: arc.cv === row.result, miss: JSON.stringify([arc.cv, arc.reason]) }];
  // At which time nobody says.
  const isRight =
    dkim.length > 0 &&
    dkim.every(({ result, reason }) => (reason === 'expired' ? 'pass' : result) === row.result);
  return [{ figure: 'result', isRight, miss: told(dkim) }];
}

/** Verifies a message against a zone. */
export function verified(octets: Uint8Array, zone: KeyZone): VerifiedMessage {
  const message = readWhole(octets);
  const whole = message.ok ? message.value : { fields: [], body: new Uint8Array() };
  return verifyMessage(whole, { answers: answersIn(zone, namesNeeded(whole)), nowSeconds: NOW_SECONDS });
}

function signaturePoints({ signatures }: Extract<Row, { dns_text: string }>, dkim: SignatureView[]): Points {
  return signatures.map(({ State }, n) => {
    const found = dkim[n];
    const state = found === undefined ? 'none' : stateOf(found);
    return {
      figure: figureOf(dkim),
      isRight: state === State,
      miss: `${state}, should be ${State}: ${told(dkim)}`,
    };
  });
}

function stateOf(view: SignatureView): string {
  if (isGood(view)) return 'SUCCESS';
  return view.result === 'temperror' ? 'TEMPFAIL' : 'PERMFAIL';
}

/** Of several signatures the best counts. */
function messagePoint(wanted: string, dkim: SignatureView[]): Points[number] {
  const got = dkim.some(isGood) ? 'pass' : dkim.some(({ result }) => result === 'fail') ? 'fail' : 'invalid';
  return {
    figure: figureOf(dkim),
    isRight: got === wanted,
    miss: `${got}, should be ${wanted}: ${told(dkim)}`,
  };
}

/** Whether it would pass if RFC 8301 did not forbid what it uses. */
function isGood({ result, reason }: SignatureView): boolean {
  return result === 'pass' || reason === 'algorithm-forbidden' || reason === 'key-too-short';
}

function figureOf(dkim: readonly SignatureView[]): Figure {
  if (dkim.some(({ reason, detail }) => reason === 'version' || (reason === 'missing-tag' && detail === 'v')))
    return 'formerVersions';
  const isForbidden = dkim.some(
    ({ algorithm, keyType, keyBits }) =>
      algorithm === 'rsa-sha1' || (keyType === 'rsa' && keyBits !== null && keyBits !== 0 && keyBits < 1024),
  );
  return isForbidden ? 'formerAlgorithms' : 'result';
}

function told(dkim: readonly SignatureView[]): string {
  return JSON.stringify(dkim.map(({ result, reason, detail }) => [result, reason, detail?.slice(0, 60)]));
}
