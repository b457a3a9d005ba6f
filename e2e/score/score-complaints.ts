import type { Complaint } from '@/lib/complaint/complaint';
import { readHandedOver } from '@/lib/complaint/mail-reading';
import { type ComplaintCase, readComplaintCases } from '@/e2e/score/complaint-cases';
import { type Half, isIn } from '@/e2e/score/half';
import { type Outcome, type Point, type Score, summarise } from '@/e2e/score/outcome';

const FIGURES = ['type', 'what', 'fields', 'asserted', 'toolRecipients'] as const;
type Figure = (typeof FIGURES)[number];

/**
 * The feedback type, each field as it stands in the report, and the fields that another reader's tests assert. Recipients are
 * those that tools agree upon, and make no row wrong. Throws with one sentence when there is nothing to read.
 */
export async function scoreComplaints(folder: string, half: Half | null = null): Promise<Score> {
  const { rows: all, unreadable } = readComplaintCases(folder);
  const rows = all.filter(({ name }) => isIn(half, name));
  const outcomes = await Promise.all(
    rows.map(async (row) => complaintOutcome(row, (await readHandedOver(row.message)).feedback)),
  );
  const { lines, figures } = summarise(outcomes, FIGURES);
  return {
    lines: [...unreadable, ...lines],
    figures: { ...figures, unreadable: unreadable.length },
  };
}

/** What came of one complaint; the reading is null when it was taken for something else. */
function complaintOutcome(row: ComplaintCase, reading: Complaint | null): Outcome<Figure> {
  const points = [
    ...(row.type === null ? [] : [valuePoint('type', row.type, reading?.feedbackType)]),
    ...(row.what === null ? [] : [valuePoint('what', row.what, reading?.judgement.what)]),
    ...[...row.stated].map(([name, values]) => statedPoint(name, values, reading)),
    ...[...row.asserted].map(([name, values]) => assertedPoint(name, values, reading)),
  ];
  return { name: row.name, points, beside: recipientsPoint(row, reading) };
}

function valuePoint(figure: Figure, wanted: string, got: string | null | undefined): Point<Figure> {
  return { figure, isRight: got === wanted, miss: `${got ?? 'none'}, should be ${wanted}` };
}

function statedPoint(name: string, values: readonly string[], reading: Complaint | null): Point<Figure> {
  const got = valuesOf(name, reading);
  return {
    figure: 'fields',
    isRight: values.every((value) => got.includes(value.trim())),
    miss: `${name} ${JSON.stringify(got)}, should be ${JSON.stringify(values)}`,
  };
}

/** Another reader writes `AuthFailure` for `auth-failure`, and an address without the comment beside it. */
function assertedPoint(name: string, values: readonly string[], reading: Complaint | null): Point<Figure> {
  const stated = name === 'source-ip' ? [reading?.sourceAddress ?? ''] : valuesOf(name, reading);
  // RFC 5965 §3.2: a report without the field is about one incident.
  const got = name === 'incidents' && stated.length === 0 && reading !== null ? ['1'] : stated;
  return {
    figure: 'asserted',
    isRight: values.every((value) => got.some((one) => comparable(one) === comparable(value))),
    miss: `${name} ${JSON.stringify(got)}, should be ${JSON.stringify(values)}`,
  };
}

/** Letters and digits; a moment is the same one in any spelling. */
function comparable(text: string): string {
  const moment = /^\w{3}, \d/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(moment) ? text.toLowerCase().replace(/[^a-z0-9]/g, '') : String(moment / 1000);
}

function valuesOf(name: string, reading: Complaint | null): string[] {
  return (reading?.fields ?? []).filter((field) => field.name === name).map(({ value }) => value.trim());
}

function recipientsPoint({ recipients }: ComplaintCase, reading: Complaint | null): Point<Figure>[] {
  if (recipients.length === 0) return [];
  const got = (reading?.originalRecipients ?? []).map((one) => one.toLowerCase());
  const isRight =
    recipients.every((one) => got.includes(one)) && got.every((one) => recipients.includes(one));
  const miss = `${got.join(', ') || 'nobody'}, should be ${recipients.join(', ')}`;
  return [{ figure: 'toolRecipients', isRight, miss }];
}
