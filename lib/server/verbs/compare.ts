import { z } from 'zod';
import { compareNotice } from '@/lib/compare/compare-notice';
import { compareReports } from '@/lib/compare/compare-reports';
import { type ComparedCheck, type ComparedSection } from '@/lib/compare/comparison';
import { AppProblem } from '@/lib/problem';
import type { Before } from '@/lib/report/before';
import type { Report } from '@/lib/report/report';
import { idsIn } from '@/lib/store/check-id';
import { ownLink } from '@/lib/own-link';
import { beforeOf } from '../engine/before';
import { findMail } from '../engine/kept-mail';
import type { Services } from '../engine/services';
import type { Caller } from './caller';
import { findReport, reportStamp } from './get-report';
import { query, verb } from './verb';

/** The query of `GET /api/compare`. */
export const CompareQuery = z.object({
  a: z.string().optional().describe('id or link of a check, or of a bounce'),
  b: z.string().optional().describe('id or link of a check'),
});

/** Two checks, or what a bounce says of the recipient of a check beside it. */
export type Comparison =
  | { kind: 'checks'; a: ComparedCheck; b: ComparedCheck; sections: ComparedSection[] }
  | { kind: 'notice'; before: Before; check: Report; sections: ComparedSection[] };

/**
 * Compares what two links show, also while one of them is under way. Throws `not-comparable`, `check-not-found`, `check-damaged`;
 * each sentence says what to give instead.
 */
export const compare = verb(
  'read',
  async (caller, { a = '', b = '' }: z.infer<typeof CompareQuery>, services): Promise<Comparison> => {
    if (a.trim() === '' || b.trim() === '')
      throw notComparable('Two checks are compared: give the link, or the id, of each.');
    const [first, second] = await Promise.all([thingOf(caller, a, services), thingOf(caller, b, services)]);
    if (first === null || second === null) throw notFound(first === null, second === null);
    if (first.kind === 'check')
      return second.kind === 'check'
        ? twoChecks(first.report, second.report)
        : besideNotice(second, first, services);
    if (second.kind === 'check') return besideNotice(first, second, services);
    throw notComparable('Both are bounces. A bounce is compared with a check of its recipient.');
  },
);

/** Why nothing is compared, in words; what is refused for another reason is thrown. */
export interface NoComparison {
  kind: 'none';
  say: string;
}

/** The same for the page, which says beside its form why nothing is compared. Throws `check-damaged`. */
export const findComparison = query(
  'read',
  async (caller, asked: z.infer<typeof CompareQuery>, services): Promise<Comparison | NoComparison> => {
    try {
      return await compare(caller, asked, services);
    } catch (problem) {
      const isTold =
        problem instanceof AppProblem &&
        (problem.code === 'not-comparable' || problem.code === 'check-not-found');
      if (!isTold) throw problem;
      return { kind: 'none', say: problem.say };
    }
  },
  async (caller, { a = '', b = '' }, services) => {
    const stamps = await Promise.all([a, b].map((text) => stampOfCheck(caller, text, services)));
    return stamps.includes(null) ? null : stamps;
  },
);

/** Null when it is of none that has ended. */
async function stampOfCheck(caller: Caller, text: string, services: Services): Promise<object | null> {
  const [id] = idsIn(text);
  return id === undefined ? null : reportStamp(caller, { id }, services);
}

interface FoundCheck {
  kind: 'check';
  report: Report;
}

interface FoundNotice {
  kind: 'notice';
  id: string;
}

/** What a link leads to; null when there is none in the text, or nothing behind it. */
async function thingOf(
  caller: Caller,
  text: string,
  services: Services,
): Promise<FoundCheck | FoundNotice | null> {
  const [id] = idsIn(text);
  if (id === undefined) return null;
  const report = await findReport(caller, { id }, services);
  if (report !== null) return { kind: 'check', report };
  return (await findMail(id, services)) === null ? null : { kind: 'notice', id };
}

function twoChecks(a: Report, b: Report): Comparison {
  if (a.id === b.id) throw notComparable('Both links lead to the same check: there is nothing to compare.');
  if (a.target.domain !== b.target.domain)
    throw notComparable(
      `These are checks of two domains, ${a.target.domainUnicode} and ${b.target.domainUnicode}. Checks of one domain are compared.`,
    );
  return { kind: 'checks', a: comparedCheck(a), b: comparedCheck(b), sections: compareReports(a, b) };
}

async function besideNotice(
  { id }: FoundNotice,
  { report }: FoundCheck,
  services: Services,
): Promise<Comparison> {
  const before = await beforeOf(id, report.target, services);
  if (before === null)
    throw notComparable(
      `This bounce says nothing that could be read of ${report.target.mailbox ?? report.target.domainUnicode}, which the check asked for.`,
    );
  return { kind: 'notice', before, check: report, sections: compareNotice(before, report) };
}

export function comparedCheck({ id, target, status, startedAt, verdict }: Report): ComparedCheck {
  const said = verdict && { outcome: verdict.outcome, but: verdict.but, headline: verdict.headline };
  return { id, url: ownLink(`/check/${id}`), target, status, startedAt, verdict: said };
}

function notComparable(say: string): AppProblem {
  return new AppProblem('not-comparable', { say });
}

function notFound(noFirst: boolean, noSecond: boolean): AppProblem {
  const which =
    noFirst && noSecond ? 'Neither link leads' : `The ${noFirst ? 'first' : 'second'} link does not lead`;
  return new AppProblem('check-not-found', {
    say: `${which} to a check here. It may be incomplete, of another mxproof, or the check was removed.`,
  });
}
