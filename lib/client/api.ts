import { readReport } from '@/lib/report/document';
import type { Report, ReportDocument } from '@/lib/report/report';
import type { Retest } from '@/lib/report/retest';
import type { CheckPage } from '@/lib/report/summary';

/** Addresses of our own API; nothing else is ever fetched by a page. */
const checkUrl = (id: string): string => `/api/checks/${encodeURIComponent(id)}`;

/** The events of a check after the given one. */
export function eventsUrl(id: string, after: number): string {
  return `${checkUrl(id)}/events?after=${after}`;
}

export const checkKey = (id: string): readonly [string, string] => ['check', id];

/**
 * The body of a good answer. The cast is sound for our own API of the same version, whose answers are typed by the
 * same schemas. Rejects when the server cannot be reached or answers with a problem.
 */
async function getJson<T>(url: string, signal: AbortSignal): Promise<T> {
  const answer = await fetch(url, { signal, headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.json()) as T;
}

export async function fetchReport(id: string, signal: AbortSignal): Promise<Report> {
  return readReport(await getJson<ReportDocument>(checkUrl(id), signal));
}

export function fetchRetest(id: string, signal: AbortSignal): Promise<Retest | null> {
  return getJson<Retest | null>(`${checkUrl(id)}/retest`, signal);
}

export function fetchRecentChecks(limit: number, signal: AbortSignal): Promise<CheckPage> {
  return getJson<CheckPage>(`/api/checks?limit=${limit}`, signal);
}

/** Hands over a pasted message; the path of its page. Rejects with a sentence for the person. */
export async function handOverMail(message: string): Promise<string> {
  const answer = await fetch('/api/bounces', {
    method: 'POST',
    headers: { 'content-type': 'message/rfc822', accept: 'application/json' },
    body: message,
  });
  const body = (await answer.json()) as { url?: string; detail?: string; items?: unknown };
  if (!answer.ok) throw new Error(body.detail ?? 'The message could not be read.');
  return body.url ?? '/bounce';
}
