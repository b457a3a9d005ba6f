import { reportDocument } from './document';
import type { Report } from './report';
import type { StoredEvidence } from './stored-evidence';

/**
 * The file `report.json`: the report, indented, and below it the evidence that the digest is made of, an event a line, in the form of the
 * version that wrote it. A check that has not ended has no digest, and its file no evidence.
 */
export function reportFile(report: Report, evidence: StoredEvidence | null): string {
  const text = JSON.stringify(reportDocument(report), null, 2);
  if (evidence === null) return `${text}\n`;
  const events = evidence.events.map((event) => `      ${JSON.stringify(event)}`).join(',\n');
  const body = `{\n    "version": ${evidence.version},\n    "events": [\n${events}\n    ]\n  }`;
  return `${text.slice(0, -2)},\n  "evidence": ${body}\n}\n`;
}
