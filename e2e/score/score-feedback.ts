import { readFeedback } from '@/lib/report-mail/read-feedback';
import { isRow, share } from './labels';
import type { Row } from './read-cases';
import { inputOf, nameOf } from './score-bounces';

/** Names under which sets hold the feedback type. */
const TYPE = ['feedbackType', 'feedback-type', 'feedback_type', 'type', 'kind'];

/** Feedback type and every stated field, compared without case of names; what went wrong, and last one line of JSON. */
export async function scoreFeedback(rows: readonly Row[], folder: string): Promise<string[]> {
  const said: string[] = [];
  let cases = 0;
  let right = 0;
  let [types, typesRight, fields, fieldsRight] = [0, 0, 0, 0];
  for (const row of rows) {
    const raw = inputOf(row, folder);
    if (raw === null) continue;
    cases++;
    const before = said.length;
    const reading = await readFeedback(raw);
    const nested = ['expect', 'expected', 'fields'].map((name) => row[name]).find(isRow);
    const wanted: Row = { ...row, ...nested };
    const name = nameOf(row);
    const type = TYPE.map((key) => wanted[key]).find((value) => typeof value === 'string');
    if (typeof type === 'string') {
      types++;
      if (reading?.feedbackType === type.toLowerCase()) typesRight++;
      else said.push(`${name}: type ${reading?.feedbackType ?? 'none'}, should be ${type}`);
    }
    const stated = isRow(wanted['fields']) ? wanted['fields'] : isRow(row['fields']) ? row['fields'] : {};
    for (const [key, value] of Object.entries(stated)) {
      const all = (Array.isArray(value) ? value : [value]).map(String);
      const got = (reading?.fields ?? []).filter(
        (one) => one.name === key.toLowerCase().replaceAll('_', '-'),
      );
      fields++;
      if (all.every((one) => got.some((field) => field.value.trim() === one.trim()))) fieldsRight++;
      else
        said.push(
          `${name}: ${key} ${JSON.stringify(got.map((field) => field.value))}, should be ${JSON.stringify(value)}`,
        );
    }
    if (said.length === before) right++;
  }
  return [
    ...said,
    JSON.stringify({
      set: 'arf',
      cases,
      right,
      type: share(typesRight, types),
      fields: share(fieldsRight, fields),
      unreadable: rows.length - cases,
    }),
  ];
}
