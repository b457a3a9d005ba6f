import { NOTHING_HEARD } from '@/lib/smtp/nothing-heard';
import { unreachable } from '../result';
import type { CheckEvent } from './event';
import type { FactEvent } from './facts';
import type { Report } from './report';

/** The one reducer from events to the view; used by server, browser, store and tests. Returns a new report. */
export function reduceCheck(report: Report, event: CheckEvent): Report {
  return { ...applyEvent(report, event), seq: event.seq };
}

function applyEvent(report: Report, event: CheckEvent): Report {
  switch (event.type) {
    case 'started':
      return {
        ...report,
        status: 'running',
        queuePlace: null,
        startedAt: event.at,
        target: event.target,
        options: event.options,
        vantage: event.vantage,
      };
    case 'dns.step': {
      const steps = [...report.trace.steps, event.step];
      return { ...report, trace: { queryCount: steps.length, steps } };
    }
    case 'fact':
      return { ...report, ...factField(report, event) };
    case 'capture':
      return changeSession(report, event.n, (session) => ({ ...session, captured: true }));
    case 'session.opened':
      return {
        ...report,
        sessions: [
          ...report.sessions,
          {
            ...event.session,
            ...NOTHING_HEARD,
            outcome: null,
            stage: null,
            captured: false,
            transcript: [],
          },
        ],
      };
    case 'session.turn':
      return changeSession(report, event.n, (session) => ({ ...session, waiting: false, atMs: event.atMs }));
    case 'smtp.line':
      return changeSession(report, event.n, (session) => ({
        ...session,
        transcript: [...session.transcript, event.line],
      }));
    case 'tls':
      return changeSession(report, event.n, (session) => ({ ...session, tls: event.tls }));
    case 'session.closed':
      return changeSession(report, event.n, (session) => ({ ...session, ...event.result, waiting: false }));
    case 'limit': {
      const { limit, count, left } = event;
      return { ...report, limits: [...report.limits, { limit, count, ...(left && { left }) }] };
    }
    case 'judged':
      return {
        ...report,
        versions: { ...report.versions, rules: event.rules },
        findings: event.findings,
        notes: event.notes,
        verdict: event.verdict,
      };
    case 'done':
      return {
        ...report,
        status: event.status,
        queuePlace: null,
        finishedAt: event.at,
        durationMs: Math.max(0, Date.parse(event.at) - Date.parse(report.startedAt)),
        digest: event.digest,
      };
    default:
      return unreachable(event);
  }
}

/** What may be told many times is a list from the beginning. */
function factField(report: Report, { name, value }: FactEvent): Partial<Report> {
  const known = report[name];
  return { [name]: Array.isArray(known) ? [...known, value] : value };
}

function changeSession(
  report: Report,
  n: number,
  change: (session: Report['sessions'][number]) => Report['sessions'][number],
): Report {
  return {
    ...report,
    sessions: report.sessions.map((session) => (session.n === n ? change(session) : session)),
  };
}
