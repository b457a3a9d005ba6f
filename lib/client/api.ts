import { readReport } from '@/lib/report/document';
import type { Report, ReportDocument } from '@/lib/report/report';
import type { Retest } from '@/lib/report/retest';
import { ownLink } from '@/lib/own-link';
import { getJson } from './get-json';

const checkUrl = (id: string): string => ownLink(`/api/checks/${encodeURIComponent(id)}`);

/** The events of a check after the given one. */
export function eventsUrl(id: string, after: number): string {
  return `${checkUrl(id)}/events?after=${after}`;
}

export const checkKey = (id: string): readonly [string, string] => ['check', id];

export async function fetchReport(id: string, signal: AbortSignal): Promise<Report> {
  return readReport(await getJson<ReportDocument>(checkUrl(id), signal));
}

export function fetchRetest(id: string, signal: AbortSignal): Promise<Retest | null> {
  return getJson<Retest | null>(`${checkUrl(id)}/retest`, signal);
}
