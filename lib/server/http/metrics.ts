import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ProblemCode } from '@/lib/problem';
import { SOFTWARE_VERSION } from '../config/software-version';
import type { Meters } from '../engine/meters';
import { answeredSoFar } from '../front/answered';
import type { Measures } from '../verbs/measure';

/** Pages and handlers are bundled apart, so what they share hangs on `globalThis`. */
const SHARED = Symbol.for('mxproof.metrics');

/** Seconds: a check of a healthy domain takes a few, the deadline is three minutes. */
const DURATIONS = [0.5, 1, 2, 5, 10, 20, 30, 60, 120, 180, 300];

/** What is counted here; labels are of closed sets, and never a name or an address. */
export interface HttpMeters extends Meters {
  /** A request was refused, or something kept it from being answered. */
  refused(code: ProblemCode): void;
  /** Everything in the text form of Prometheus. */
  exposition(measures: Measures): Promise<string>;
}

/** Those of this process. */
export function meters(): HttpMeters {
  const shared = globalThis as typeof globalThis & { [SHARED]?: HttpMeters | undefined };
  return (shared[SHARED] ??= createMeters());
}

/** The type of the text form of Prometheus. */
export const EXPOSITION_TYPE = Registry.PROMETHEUS_CONTENT_TYPE;

/** `withProcess`: with what Node tells of its process, of which there is one. */
export function createMeters({ withProcess = true } = {}): HttpMeters {
  const register = new Registry();
  const registers = [register];
  if (withProcess) collectDefaultMetrics({ register });
  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name: `mxproof_${name}`, help, labelNames, registers });
  const gauge = (name: string, help: string, ...labelNames: string[]) =>
    new Gauge({ name: `mxproof_${name}`, help, labelNames, registers });
  const checks = counter('checks_total', 'Checks that have ended', 'outcome');
  const duration = new Histogram({
    name: 'mxproof_check_duration_seconds',
    help: 'From the first event of a check to its end',
    labelNames: ['outcome'],
    buckets: DURATIONS,
    registers,
  });
  const sessions = counter('smtp_sessions_total', 'SMTP sessions of checks that have ended', 'outcome');
  const questions = counter(
    'dns_questions_total',
    'DNS questions of checks that have ended, and of look-ups as they are asked',
    'for',
    'outcome',
  );
  const limits = counter('check_limits_reached_total', 'Limits that checks have reached', 'limit');
  const refusals = counter('requests_refused_total', 'Requests that were not done as asked', 'code');
  const mails = counter('mails_read_total', 'Mails about mail that were read and kept', 'kind');
  const tries = counter('watch_tries_total', 'Tries of watches that have ended', 'result');
  const deliveries = counter(
    'alert_deliveries_total',
    'Tries to tell a receiver of an alert',
    'way',
    'result',
  );
  const watched = gauge('watches', 'What is watched, by how it stands', 'state');
  const running = gauge('checks_running', 'Checks under way');
  const queued = gauge('checks_queued', 'Checks that wait for their turn');
  const bytes = gauge('database_bytes', 'Size of the database file, without the log beside it');
  const free = gauge('database_free_bytes', 'Of these, what is free to be used again');
  const rows = gauge('database_rows', 'What is kept', 'what');
  gauge('info', 'The version that serves', 'version').set({ version: SOFTWARE_VERSION }, 1);
  const requests = counter('http_requests_total', 'Answers to requests', 'route', 'status');
  return {
    checkEnded({ verdict, status, startedAt, sessions: seen, trace, limits: reached }, at) {
      const ended = { outcome: status === 'done' ? (verdict?.outcome ?? 'unknown') : status };
      checks.inc(ended);
      duration.observe(ended, (at.getTime() - Date.parse(startedAt)) / 1000);
      for (const { outcome } of seen) if (outcome !== null) sessions.inc({ outcome });
      for (const { outcome } of trace.steps) questions.inc({ for: 'check', outcome });
      for (const { limit } of reached) limits.inc({ limit });
    },
    dnsAsked: (purpose, outcome) => questions.inc({ for: purpose, outcome }),
    mailRead: (kind) => mails.inc({ kind }),
    watchTried: (result) => tries.inc({ result }),
    alertTried: (way, result) => deliveries.inc({ way, result }),
    refused: (code) => refusals.inc({ code }),
    exposition({ queue, database, watches }) {
      running.set(queue.running);
      queued.set(queue.queued);
      for (const one of [bytes, free, rows, watched]) one.reset();
      for (const [state, count] of watches ?? []) watched.set({ state }, count);
      if (database !== null) {
        bytes.set(database.bytes);
        if (database.freeBytes === null) free.remove();
        else free.set(database.freeBytes);
        rows.set({ what: 'checks' }, database.checks);
        rows.set({ what: 'mails' }, database.mails);
      }
      requests.reset();
      for (const { route, status, count } of answeredSoFar()) requests.inc({ route, status }, count);
      return register.metrics();
    },
  };
}
