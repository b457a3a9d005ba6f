import type { NextApiRequest, NextApiResponse } from 'next';
import { isUnderWay } from '@/lib/show/decisive';
import { may } from '../verbs/caller';
import { findReport } from '../verbs/get-report';
import { findFormer } from '../verbs/find-former';
import { findKeeping } from '../verbs/keep';
import { requestCaller } from './frozen-drawing';
import { sendDrawnPage, sendKeptPage, sendLivePage } from './frozen-pages';
import { LINK_HEADERS } from './link-headers';
import { services } from './shared-services';

/**
 * Answers with the page of a check. One under way needs React; of one that is over, what follows it may still change: how it
 * is repeated, what a bounce said before, with what it can be compared, and whether it is kept.
 */
export async function sendFrozenCheck(
  id: string,
  request: NextApiRequest,
  response: NextApiResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(LINK_HEADERS)) response.setHeader(name, value);
  const [caller, given] = [await requestCaller(request), await services()];
  const report = await findReport(caller, { id }, given);
  const path = `/check/${encodeURIComponent(id)}`;
  if (report === null) return sendDrawnPage(path, request, response);
  if (isUnderWay(report)) return sendLivePage(path, request, response);
  const keeping = may(caller, 'keep') ? await findKeeping(caller, { kind: 'check', id }, given) : null;
  const former = may(caller, 'list') ? await findFormer(caller, { id }, given) : null;
  const state = JSON.stringify([report.retest, report.before, report.former, former, keeping]);
  return sendKeptPage({ path, state }, request, response);
}
