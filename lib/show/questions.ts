import type { TraceStep } from '@/lib/dns/trace';
import { groupBy } from '@/lib/group-by';

/** Characters of a key or signature that are shown. */
const SHOWN_OF_A_KEY = 16;

export interface QuestionBlock {
  title: string;
  steps: TraceStep[];
}

/** All steps, gathered under what they were asked for, in the order in which that came up. */
export function questionsOf(steps: readonly TraceStep[]): QuestionBlock[] {
  return groupBy(steps, stepTitle).map((asked) => ({ title: stepTitle(asked[0]), steps: asked }));
}

/** What a step was asked for, in words. */
function stepTitle({ for: purpose, zone, question }: TraceStep): string {
  const asked = `${question.name} ${question.type}`;
  switch (purpose) {
    case 'mail':
    case 'policy':
      return asked;
    case 'compare':
      return `every server of ${zone}`;
    case 'ourselves':
      return `who we are: ${asked}`;
  }
}

/** Records of an answer section as dig prints them, one a line. */
export function answerLines(answer: TraceStep['answer']): string {
  return answer.map((record) => `answer      ${recordLine(record)}`).join('\n');
}

/** The records of an answer as dig prints them, one a line, with the section in front. */
export function recordLines({ answer, authority, additional }: TraceStep): string {
  return [
    ...answer.map((record) => `answer      ${recordLine(record)}`),
    ...authority.map((record) => `authority   ${recordLine(record)}`),
    ...additional.map((record) => `additional  ${recordLine(record)}`),
  ].join('\n');
}

function recordLine({ name, ttl, type, data }: TraceStep['answer'][number]): string {
  return `${name === '.' ? '.' : `${name}.`} ${ttl} ${type} ${shortened(type, data)}`;
}

/** Keys and signatures tell a person nothing beyond their beginning; the report files have them whole. */
function shortened(type: string, data: string): string {
  if (type !== 'RRSIG' && type !== 'DNSKEY') return data;
  return data.replace(/(?<!\S)\S{33,}$/, (text) => `${text.slice(0, SHOWN_OF_A_KEY)}…`);
}

/** The first of the steps before this one that gave the very same records to the same question; null for none. */
export function sameRecords(step: TraceStep, steps: readonly TraceStep[]): TraceStep | null {
  const records = recordLines(step);
  if (records === '') return null;
  const { name, type } = step.question;
  const first = steps.find(
    ({ question, ...other }) =>
      question.name === name && question.type === type && recordLines({ question, ...other }) === records,
  );
  return first === undefined || first.n === step.n ? null : first;
}
