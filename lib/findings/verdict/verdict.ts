import type { Evidence } from '@/lib/report/evidence';
import type { Side, Verdict, VerdictCase } from '@/lib/report/finding';
import { describe, entryOf, type Claim } from '../found';
import { diagnose } from '../diagnosis/diagnose';
import { failureOf } from '../diagnosis/failure';
import { decide, type Decision, nobodyDelivers } from './decide';
import { flawsOf, inSentence, keepersOf, withFlaw } from './flaws';
import { lookFirst } from './look-first';
import { plainOf } from './plain';
import { decideByReadings } from './readings';

/**
 * The verdict that the evidence and its findings allow; null while it is still open. `conclude` draws the findings of the
 * same evidence with another route, for senders that read DNS in another way.
 */
export function verdictOf(
  seen: Evidence,
  founds: readonly Claim[],
  conclude: (seen: Evidence) => Claim[],
): Verdict | null {
  const decided = decideByReadings(seen, conclude) ?? decide(seen, founds);
  if (decided === null) return null;
  const { outcome, lead, stage } = decided;
  const { permanence } = describe(lead);
  const failure = failureOf(decided, seen, founds);
  const diagnosis = failure === null ? [] : diagnose(failure);
  const flaws = outcome === 'accepted' ? flawsOf(founds) : [];
  const headline = withFlaw(headlineOf(decided), flaws);
  const side = sideOf(lead, flaws);
  return {
    outcome,
    cases: decided.cases.map(({ when, decision }) => caseOf(when, decision)),
    side,
    but: flaws.map(({ code }) => code),
    lookFirst: lookFirst(side, headline, diagnosis),
    diagnosis,
    finding: lead.code,
    session: lead.evidence.find((one) => one.at === 'session')?.n ?? null,
    layer: entryOf(lead.code).layer,
    stage,
    depth: depthReached(seen),
    permanence: outcome === 'depends' ? null : permanence,
    headline,
    plain: plainOf(decided, flaws, seen.startedAt),
    evidence: lead.evidence,
  };
}

/** Whose side it is: that of a flaw for which others keep the mail, where it is proven, though this one was accepted. */
function sideOf(lead: Claim, [flaw]: readonly Claim[]): Side {
  return describe(flaw !== undefined && keepersOf(flaw)?.isProven === true ? flaw : lead).side;
}

function caseOf(when: string, decision: Decision): VerdictCase {
  return {
    when,
    outcome: decision.outcome,
    because: headlineOf(decision),
    evidence: decision.lead.evidence,
  };
}

function headlineOf({ outcome, lead, tried, cases }: Decision): string {
  const headline = entryOf(lead.code).headline?.(lead.args) ?? describe(lead).title;
  if (outcome === 'depends') {
    const depends = headline.startsWith(DEPENDS) ? headline : `${DEPENDS}: ${inSentence(headline)}`;
    return nobodyDelivers(cases) ? `${depends} No sender delivers.` : depends;
  }
  return tried === undefined
    ? headline
    : `${headline} None of the ${tried.count} addresses takes the mail now.`;
}

const DEPENDS = 'It depends';

function depthReached({ sessions }: Evidence): Verdict['depth'] {
  const passed = new Set(
    sessions.flatMap(({ stages }) =>
      stages.filter(({ outcome }) => outcome === 'ok').map(({ stage }) => stage),
    ),
  );
  if (passed.has('message')) return 'message';
  if (passed.has('rcpt') || passed.has('mail')) return 'envelope';
  if (passed.has('greeting')) return 'greeting';
  return passed.has('connect') ? 'connect' : 'dns';
}
