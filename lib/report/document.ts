import type { CheckEvent, EventDocument } from './event';
import type { Finding, FindingDocument, Verdict, VerdictDocument } from './finding';
import { parseReference, printReference, type Reference } from './reference';
import type { Report, ReportDocument } from './report';
import type { z } from 'zod';

/** A report as the API answers it. */
export function reportDocument(report: Report): ReportDocument {
  return { ...report, ...printedJudgement(report) };
}

/** An event as the stream has it. */
export function eventDocument(event: CheckEvent): EventDocument {
  return event.type === 'judged' ? { ...event, ...printedJudgement(event) } : event;
}

/** The report that `reportDocument` wrote. */
export function readReport(document: ReportDocument): Report {
  return { ...document, ...readJudgement(document) };
}

/** The event that `eventDocument` wrote. The cast is sound: the value of a fact is what its name says. */
export function readEvent(document: EventDocument): CheckEvent {
  return document.type === 'judged'
    ? { ...document, ...readJudgement(document) }
    : (document as Exclude<CheckEvent, { type: 'judged' }>);
}

interface Judgement {
  findings: Finding[];
  verdict: Verdict | null;
}

interface JudgementDocument {
  findings: z.infer<typeof FindingDocument>[];
  verdict: z.infer<typeof VerdictDocument> | null;
}

function printedJudgement({ findings, verdict }: Judgement): JudgementDocument {
  return { findings: findings.map(printed), verdict: verdict && printedVerdict(verdict) };
}

function readJudgement({ findings, verdict }: JudgementDocument): Judgement {
  return { findings: findings.map(proven), verdict: verdict && provenVerdict(verdict) };
}

function printedVerdict(verdict: Verdict): z.infer<typeof VerdictDocument> {
  const { cases, diagnosis } = verdict;
  return { ...printed(verdict), cases: cases.map(printed), diagnosis: diagnosis.map(printed) };
}

function provenVerdict(verdict: z.infer<typeof VerdictDocument>): Verdict {
  const { cases, diagnosis } = verdict;
  return { ...proven(verdict), cases: cases.map(proven), diagnosis: diagnosis.map(proven) };
}

function printed<T extends { evidence: Reference[] }>(
  conclusion: T,
): Omit<T, 'evidence'> & { evidence: string[] } {
  return { ...conclusion, evidence: conclusion.evidence.map(printReference) };
}

function proven<T extends { evidence: string[] }>(
  document: T,
): Omit<T, 'evidence'> & { evidence: Reference[] } {
  return { ...document, evidence: document.evidence.map(parseReference).filter((one) => one !== null) };
}
