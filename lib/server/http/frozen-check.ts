import type { NextApiRequest, NextApiResponse } from 'next';
import { isUnderWay } from '@/lib/show/decisive';
import { findReport } from '../verbs/get-report';
import { callerOf } from './caller-of';
import { sendFrozenPage } from './frozen-pages';
import { LINK_HEADERS } from './link-headers';
import { services } from './shared-services';

/**
 * Answers with the page of a check. Of one that is over, what follows it may still change: how it is repeated, and what a
 * bounce said before.
 */
export async function sendFrozenCheck(
  id: string,
  request: NextApiRequest,
  response: NextApiResponse,
): Promise<void> {
  const headers = new Headers({ 'x-forwarded-for': String(request.headers['x-forwarded-for'] ?? '') });
  const report = await findReport(callerOf(headers), { id }, await services());
  const isOver = report !== null && !isUnderWay(report);
  const state = isOver ? JSON.stringify([report.retest, report.before]) : null;
  for (const [name, value] of Object.entries(LINK_HEADERS)) response.setHeader(name, value);
  await sendFrozenPage({ path: `/check/${encodeURIComponent(id)}`, state }, request, response);
}
