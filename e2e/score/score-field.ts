import { explainReply } from '@/lib/meaning/meaning';
import type { Meaning } from '@/lib/meaning/schema';
import { readHandedOver, type MailReading } from '@/lib/complaint/mail-reading';
import type { NoticeRecipient } from '@/lib/notice/notice';
import {
  type FieldMail,
  type FieldRecipient,
  type FieldReply,
  type Judgement,
  messageOf,
  readFieldCases,
  type Words,
} from '@/e2e/score/field-cases';
import { type Outcome, type Point, type Score, summarise } from '@/e2e/score/outcome';

const FIGURES = [
  'kind',
  'recipients',
  'code',
  'status',
  'stage',
  'category',
  'side',
  'permanence',
  'whoActs',
  'hint',
  'notWrong',
] as const;
export type FieldFigure = (typeof FIGURES)[number];

/**
 * Problems that administrators reported: what is said of a reply, or of each recipient of a mail, and whether the words hold
 * the hint and not the fault. Situations told in words are counted and not scored. Throws with one sentence when there is
 * nothing to read.
 */
export async function scoreField(folder: string): Promise<Score> {
  const { rows, unreadable } = readFieldCases(folder);
  const outcomes: Outcome<FieldFigure>[] = [];
  for (const row of rows) if (row.kind !== 'live') outcomes.push(await fieldOutcome(folder, row));
  const { lines, figures } = summarise(outcomes, FIGURES);
  const live = rows.length - outcomes.length;
  return {
    lines: [...unreadable, ...lines, `${live} cases are told in words and not scored.`],
    figures: { ...figures, unreadable: unreadable.length },
  };
}

/** What came of one reply or mail, read as the API reads it. */
export async function fieldOutcome(
  folder: string,
  row: FieldReply | FieldMail,
): Promise<Outcome<FieldFigure>> {
  if (row.kind === 'reply') return replyOutcome(row, explainReply(row.input));
  return mailOutcome(row, await readHandedOver(messageOf(folder, row)));
}

/** What came of one reply. */
function replyOutcome({ id, expected }: FieldReply, meaning: Meaning): Outcome<FieldFigure> {
  return {
    name: id,
    points: [...judgementPoints(expected, meaning), ...wordPoints(expected, [meaning])],
  };
}

/** What came of one mail. A code, status or stage that the case does not know is not asked for. */
function mailOutcome(row: FieldMail, { kind, bounce }: MailReading): Outcome<FieldFigure> {
  const { expected } = row;
  const got = bounce?.recipients ?? [];
  const find = ({ address }: FieldRecipient) => got.find((one) => one.address.toLowerCase() === address);
  const said = got.map(({ address }) => address).join(', ') || 'nobody';
  return {
    name: row.id,
    points: [
      listPoint('kind', [expected.kind], kind),
      {
        figure: 'recipients',
        isRight: got.length === expected.recipients.length && expected.recipients.every(find),
        miss: `${said}, should be ${expected.recipients.map(({ address }) => address).join(', ')}`,
      },
      ...expected.recipients.flatMap((one) => recipientPoints(one, find(one) ?? null)),
      ...wordPoints(
        expected,
        got.map(({ meaning }) => meaning),
      ),
    ],
  };
}

function recipientPoints(wanted: FieldRecipient, got: NoticeRecipient | null): Point<FieldFigure>[] {
  const { code, status, stage } = wanted;
  return [
    ...(code === null ? [] : [listPoint('code', [code], got?.code ?? null)]),
    ...(status === null ? [] : [listPoint('status', [status], got?.status ?? null)]),
    ...(stage === null ? [] : [listPoint('stage', [stage], got?.stage ?? null)]),
    ...judgementPoints(wanted, got?.meaning ?? null),
  ];
}

function judgementPoints(wanted: Judgement, meaning: Meaning | null): Point<FieldFigure>[] {
  return [
    listPoint('category', wanted.category, meaning?.category ?? null),
    listPoint('side', wanted.side, meaning?.side ?? null),
    listPoint('permanence', wanted.permanence, meaning?.permanence ?? null),
    listPoint('whoActs', wanted.whoActs, meaning?.whoActs ?? null),
  ];
}

function listPoint(
  figure: FieldFigure,
  wanted: readonly (string | number)[],
  got: string | number | null,
): Point<FieldFigure> {
  const isRight = got !== null && wanted.includes(got);
  return { figure, isRight, miss: `${got ?? 'none'}, should be ${wanted.join(' or ')}` };
}

/** The words a reader gets: meaning and fix. Nothing said is nothing wrong, and no hint either. */
function wordPoints({ hint, wrong }: Words, meanings: readonly Meaning[]): Point<FieldFigure>[] {
  const words = meanings.map(({ meaning, fix }) => `${meaning} ${fix}`).join('\n');
  const points: Point<FieldFigure>[] = [];
  if (hint !== null)
    points.push({
      figure: 'hint',
      isRight: new RegExp(hint, 'is').test(words),
      miss: `no ${hint} in: ${words}`,
    });
  if (wrong !== null)
    points.push({
      figure: 'notWrong',
      isRight: !new RegExp(wrong, 'is').test(words),
      miss: `${wrong} in: ${words}`,
    });
  return points;
}
