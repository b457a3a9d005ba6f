import { readHandedOver, type MailReading } from '@/lib/complaint/mail-reading';
import type { NoticeRecipient } from '@/lib/notice/notice';
import { stagesOf } from '@/e2e/score/command-stage';
import {
  type AssertedRecipient,
  type NoticeCase,
  readNoticeCases,
  type StatedRecipient,
} from '@/e2e/score/notice-cases';
import { type Half, isIn } from '@/e2e/score/half';
import { type Outcome, type Point, type Score, summarise } from '@/e2e/score/outcome';
import { labelPoints } from '@/e2e/score/score-replies';

/** Asserted first; then what the message states (`stated…`), and what tools agree upon (`tool…`), which nobody asserts. */
const FIGURES = [
  'kind',
  'isBounce',
  'recipients',
  'status',
  'code',
  'permanence',
  'strict',
  'lenient',
  'statedRecipients',
  'statedStatus',
  'statedCode',
  'toolHost',
  'toolStage',
] as const;
type Figure = (typeof FIGURES)[number];

/**
 * Whether it is a bounce, for whom, and what is said of each: levels of trust are never mixed, only what somebody asserts
 * makes a message right or wrong. `falseBounces` counts what is no bounce and is called one. Throws with one sentence when
 * there is nothing to read.
 */
export async function scoreNotices(folder: string, half: Half | null = null): Promise<Score> {
  const { rows: all, unreadable } = readNoticeCases(folder);
  const rows = all.filter(({ name }) => isIn(half, name));
  const read = await Promise.all(
    rows.map(async (row) => ({ row, reading: await readHandedOver(row.message) })),
  );
  const { lines, figures } = summarise(
    read.map(({ row, reading }) => noticeOutcome(row, reading)),
    FIGURES,
  );
  const falseBounces = read.filter(({ row, reading }) => row.isBounce === false && reading.kind === 'bounce');
  return {
    lines: [...unreadable, ...lines],
    figures: { ...figures, falseBounces: falseBounces.length, unreadable: unreadable.length },
  };
}

/** What came of one message. */
function noticeOutcome(row: NoticeCase, reading: MailReading): Outcome<Figure> {
  const got = reading.bounce?.recipients ?? [];
  return {
    name: row.name,
    points: [
      ...kindPoints(row, reading),
      ...recipientsPoint('recipients', row.recipients, got),
      ...row.recipients.flatMap((one) => assertedPoints(one, counterpart(one, row.recipients, got))),
    ],
    beside: [
      ...recipientsPoint('statedRecipients', row.stated, got),
      ...row.stated.flatMap((one) => statedPoints(one, counterpart(one, row.stated, got))),
      ...row.recipients.flatMap((one) => toolPoints(one, counterpart(one, row.recipients, got))),
    ],
  };
}

/** To the sets a notice of a delay is a bounce, too. */
function saysBounce({ kind }: MailReading): boolean {
  return kind === 'bounce' || kind === 'delay';
}

function kindPoints({ isBounce, kind }: NoticeCase, reading: MailReading): Point<Figure>[] {
  const points: Point<Figure>[] = [];
  const miss = `called ${reading.kind}`;
  if (isBounce !== null) points.push({ figure: 'isBounce', isRight: saysBounce(reading) === isBounce, miss });
  if (kind !== null)
    points.push({ figure: 'kind', isRight: reading.kind === kind, miss: `${miss}, is ${kind}` });
  return points;
}

type NamedAddresses = Pick<AssertedRecipient, 'addresses'>;

/** As a set: nobody is missing, nobody too much. Asked for only where everybody is named. */
function recipientsPoint(
  figure: 'recipients' | 'statedRecipients',
  wanted: readonly NamedAddresses[],
  got: readonly NoticeRecipient[],
): Point<Figure>[] {
  if (wanted.length === 0 || wanted.some(({ addresses }) => addresses.length === 0)) return [];
  const isRight =
    wanted.every((one) => got.some((other) => isFor(one, other))) &&
    got.every((other) => wanted.some((one) => isFor(one, other)));
  const said = got.map(({ address }) => address).join(', ') || 'nobody';
  const miss = `${said}, should be ${wanted.map(({ addresses }) => addresses[0]).join(', ')}`;
  return [{ figure, isRight, miss }];
}

function isFor({ addresses }: NamedAddresses, { address }: NoticeRecipient): boolean {
  return addresses.includes(address.toLowerCase());
}

/** By address; or the only one, when one is wanted. */
function counterpart<T extends NamedAddresses>(
  one: T,
  wanted: readonly T[],
  got: readonly NoticeRecipient[],
): NoticeRecipient | null {
  const named = got.find((other) => isFor(one, other));
  const isOne = wanted.length === 1 && (got.length === 1 || one.addresses.length === 0);
  return named ?? (isOne ? (got[0] ?? null) : null);
}

function assertedPoints(one: AssertedRecipient, got: NoticeRecipient | null): Point<Figure>[] {
  const { statuses, code, permanence, labels } = one;
  return [
    ...(statuses.length === 0 ? [] : [valuePoint('status', statuses, got?.status ?? null)]),
    ...(code === null ? [] : [valuePoint('code', [code], got?.code ?? null)]),
    ...(permanence === null ? [] : [valuePoint('permanence', [permanence], got?.meaning.permanence ?? null)]),
    ...(labels === null ? [] : labelPoints(labels, got?.meaning ?? null)),
  ];
}

function statedPoints({ statuses, code }: StatedRecipient, got: NoticeRecipient | null): Point<Figure>[] {
  return [
    ...(statuses.length === 0 ? [] : [valuePoint('statedStatus', statuses, got?.status ?? null)]),
    ...(code === null ? [] : [valuePoint('statedCode', [code], got?.code ?? null)]),
  ];
}

function toolPoints({ tool }: AssertedRecipient, got: NoticeRecipient | null): Point<Figure>[] {
  const points: Point<Figure>[] = [];
  if (tool.host !== null) {
    const said = [got?.remote.name, got?.remote.address].map((host) => host?.toLowerCase());
    const isRight = said.includes(tool.host.toLowerCase());
    points.push({ figure: 'toolHost', isRight, miss: `${said.join(' ')}, should be ${tool.host}` });
  }
  if (tool.command !== null) points.push(valuePoint('toolStage', stagesOf(tool.command), got?.stage ?? null));
  return points;
}

function valuePoint<T extends string | number>(
  figure: Figure,
  wanted: readonly T[],
  got: T | null,
): Point<Figure> {
  const isRight = got !== null && wanted.includes(got);
  return { figure, isRight, miss: `${got ?? 'none'}, should be ${wanted.join(' or ')}` };
}
