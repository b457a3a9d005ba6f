import { NOTHING_HEARD } from '@/lib/smtp/nothing-heard';
import { unreachable } from '../result';
import type { CheckEvent } from './event';
import type { Report } from './report';

/** A report in which nothing has happened yet: what a check looks like while it waits for its turn. */
export function emptyReport(
  about: Pick<Report, 'id' | 'target' | 'options' | 'vantage' | 'startedAt' | 'versions'>,
): Report {
  return {
    ...about,
    status: 'queued',
    queuePlace: null,
    finishedAt: null,
    durationMs: null,
    digest: null,
    verdict: null,
    findings: [],
    trace: { queryCount: 0, steps: [] },
    zone: null,
    exchangeZones: [],
    dnssec: null,
    route: null,
    resolvers: [],
    reverse: [],
    identity: null,
    controlAddress: null,
    sessions: [],
    limits: [],
    before: null,
    retest: null,
  };
}

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
    case 'zone':
      return { ...report, zone: event.zone };
    case 'exchange-zone':
      return { ...report, exchangeZones: [...report.exchangeZones, event.zone] };
    case 'dnssec':
      return { ...report, dnssec: event.dnssec };
    case 'resolver':
      return { ...report, resolvers: [...report.resolvers, event.answer] };
    case 'reverse':
      return { ...report, reverse: [...report.reverse, event.reverse] };
    case 'control-address':
      return { ...report, controlAddress: event.control };
    case 'capture':
      return changeSession(report, event.n, (session) => ({ ...session, captured: true }));
    case 'identity':
      return { ...report, identity: event.identity };
    case 'route':
      return { ...report, route: event.route };
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
