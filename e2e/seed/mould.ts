import { decisiveSession } from '@/lib/report/decisive-session';
import { isEvidence } from '@/lib/report/event';
import type { CheckRecord } from '@/lib/report/record';
import type { StoredEvidence } from '@/lib/report/stored-evidence';
import { SCHEMA_VERSION } from '@/lib/report/versions';
import { type Outline, outlineOf } from '@/lib/report/outline';
import { checkText } from '@/lib/search/entry';
import { fingerprintOf } from '@/lib/server/engine/fingerprint';
import type { Ending, NewCheck } from '@/lib/store/store';
import { parseTarget, targetView } from '@/lib/target/target';
import { planOf } from '../scenarios/play';
import type { Scenario } from '../scenarios/scenario';

/** A check that was cast, of a mailbox: all of it but its id. */
export interface Cast {
  check: Omit<NewCheck, 'id'>;
  evidence: StoredEvidence;
  ending: Ending;
  /** What can be searched of it. */
  found: string;
  /** What lists know of it. */
  outline: Outline;
}

/** A check that was made once, of which others are cast. */
export interface Mould {
  /** The same evidence, of this mailbox and as if it had begun then: the names of its domain and all its moments are others. */
  cast(localPart: string, domain: string, at: Date): Cast;
}

/** What is cast, in a form that goes through JSON. */
interface CastText extends Pick<NewCheck, 'options' | 'vantage'> {
  events: StoredEvidence['events'];
  ending: Omit<Ending, 'finishedAt'> & { finishedAt: string };
  found: string;
  outline: Outline;
}

const MOMENT = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z`;

/** A mould of the check of a mailbox that began and ended then. */
export function mouldOf(scenario: Scenario, record: CheckRecord, begun: Date, finished: Date): Mould {
  const { target, options, vantage } = planOf(scenario);
  const apex = target.domain.split('.').slice(-2).join('.');
  const text = JSON.stringify(castTextOf(record, { options, vantage }, finished));
  const name = apex.replaceAll('.', String.raw`\.`);
  const hole = new RegExp(`(?:${target.localPart ?? ''}@)?${name}|${MOMENT}`, 'gi');
  return {
    cast(localPart, domain, at) {
      const mailbox = `${localPart}@${domain}`;
      const parsed = parseTarget(mailbox);
      if (!parsed.ok) throw new Error(parsed.problem.say);
      const later = at.getTime() - begun.getTime();
      const filled = text.replaceAll(hole, (said) => {
        if (said.endsWith('Z')) return new Date(Date.parse(said) + later).toISOString();
        return said.includes('@') ? mailbox : domain;
      });
      const { events, ending, found, outline, ...asked } = JSON.parse(filled) as CastText; // as it was written above
      return {
        check: {
          ...asked,
          createdAt: at,
          target: targetView(parsed.value),
          fingerprint: fingerprintOf(parsed.value, asked.options),
        },
        evidence: { version: SCHEMA_VERSION, events },
        ending: { ...ending, finishedAt: new Date(ending.finishedAt) },
        found,
        outline,
      };
    },
  };
}

function castTextOf(
  record: CheckRecord,
  asked: Pick<NewCheck, 'options' | 'vantage'>,
  finished: Date,
): CastText {
  const [report, events] = [record.report(), record.events()];
  return {
    ...asked,
    events: events.filter(isEvidence),
    ending: {
      status: 'done',
      finishedAt: finished.toISOString(),
      lastSeq: events.length + 1,
      verdict: report.verdict,
      verdictCode: decisiveSession(report)?.reply?.code ?? null,
      queryCount: report.trace.queryCount,
      sessionCount: report.sessions.length,
    },
    found: checkText(report),
    outline: outlineOf(report),
  };
}
