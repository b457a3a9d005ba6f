import type { TraceStep } from '@/lib/dns/trace';
import type { Report } from '@/lib/report/report';
import { detailWords } from '../detail-words';
import { showMs } from '../duration';
import { STEP_WORD } from '../words';
import { clockAt } from './clock';
import { cutLine } from './cut';

/** Records of an answer that a line tells. */
const RECORDS = 3;

/** Octets of each part of the line. */
const PART_OCTETS = 110;

/** One question and its answer in a line: who was asked what, when, and what came. */
export function queryLine(
  report: Pick<Report, 'startedAt'>,
  step: TraceStep,
  { isSigned = false }: { isSigned?: boolean } = {},
): string {
  const { question, server, ms, atMs } = step;
  const asked = cutLine(`${question.name} ${question.type}`, PART_OCTETS);
  const at = cutLine(`${server.name} [${server.address}]`, PART_OCTETS);
  const said = cutLine(saidWords(step), PART_OCTETS);
  const proof = isSigned ? signatureWords(step) : '';
  return `${clockAt(report, atMs)} ${asked} at ${at}: ${said}${proof}, ${showMs(ms)}`;
}

function saidWords(step: TraceStep): string {
  const { outcome, rejected, answer, authority } = step;
  if (rejected !== null) return rejected;
  if (outcome === 'referral')
    return `go to ${authority.find(({ type }) => type === 'NS')?.name ?? 'other servers'}`;
  if (outcome !== 'answer') return [STEP_WORD[outcome], detailWords(step)].filter(Boolean).join(', ');
  const own = answer.filter(({ type }) => type !== 'RRSIG');
  const told = own
    .slice(0, RECORDS)
    .map(({ type, data }) => (type === step.question.type ? data : `${type} ${data}`));
  const more = own.length - told.length;
  return `${told.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** The first signature of what was asked for, with the time in which it holds (RFC 4034 §3.2). */
function signatureWords({ answer, question }: TraceStep): string {
  const signature = answer.find(({ type, data }) => type === 'RRSIG' && data.startsWith(`${question.type} `));
  const [, , , , expires, begins, key] = signature?.data.split(' ') ?? [];
  if (expires === undefined || begins === undefined || key === undefined) return '';
  return `, signed by key ${cutLine(key, 10)} for ${cutLine(begins, 20)} to ${cutLine(expires, 20)}`;
}
