import { decisiveSession } from '@/lib/report/decisive-session';
import { planRetest } from '@/lib/check/plan-retest';
import type { Report } from '@/lib/report/report';
import type { Retest } from '@/lib/report/retest';
import type { CheckPlan } from '@/lib/check/plan';
import { explainReply } from '@/lib/meaning/meaning';
import { newCheckId } from '@/lib/store/check-id';
import { type CheckStore, type NewCheck, RetestUnplanned } from '@/lib/store/store';
import { parseTarget } from '@/lib/target/target';
import type { Session } from '@/lib/smtp/session';
import { log, shortId } from '../config/log';
import { SOFTWARE_VERSION } from '../config/software-version';
import { createAlarm } from './alarm';
import type { Duty } from './duty';
import { type Damages, isDamage } from './damages';

/** Checks that are repeated by themselves, across restarts. */
export interface Retests {
  /** Plans what follows a check that has ended: the next try, or the end of trying. */
  follow(check: EndedCheck): Promise<void>;
  /** Plans a try because a person wants it, or says why not. */
  ask(report: Report): Promise<Answer>;
  /** Takes back what is planned; a try under way goes on. False when nothing went on. */
  stop(report: Pick<Report, 'id' | 'retest'>): Promise<boolean>;
  /** How the check is repeated; null when it is not. */
  of(check: Pick<NewCheck, 'id' | 'retestOf'>): Promise<Retest | null>;
  /** Takes up what an earlier process has planned; of those named here, the try itself waits or runs. */
  resume(queued?: readonly string[]): Promise<void>;
  /** Looks now for what is due: something was planned. */
  look(): void;
  /** Plans the next try of one whose last was under way when its process ended; it counts, and said nothing. */
  goOn(firstId: string): Promise<void>;
  /** Starts nothing more; resolves when what was under way is done. */
  close(): Promise<void>;
}

/** A value and no exception: whoever asks may be bundled apart, with another class of problems. */
export type Answer = 'planned' | 'still-running' | 'settled' | 'used-up';

/** A check as it ended. */
interface EndedCheck {
  id: string;
  retestOf?: string | undefined;
  report: Report;
}

interface RetestsConfig {
  store: CheckStore;
  damages: Damages;
  start(check: NewCheck, plan: CheckPlan): Promise<void>;
  /** Milliseconds since the epoch. */
  now(): number;
  duty?: Duty;
}

export function createRetests({ store, damages, start, now, duty }: RetestsConfig): Retests {
  /** Starts what is due; returns when the next one is. */
  const startDue = async (): Promise<Date | null> => {
    for (const { firstId, nextAt } of await store.plannedRetests()) {
      if (nextAt.getTime() > now()) return nextAt;
      await unlessDamaged(firstId, () => startTry(firstId));
    }
    return null;
  };

  /** One that cannot be read is not repeated, and holds up no other. */
  const unlessDamaged = async (firstId: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!isDamage(error)) throw error;
      await store.endRetest(firstId, 'stopped');
    }
  };

  const startTry = async (firstId: string): Promise<void> => {
    const first = await damages.within('check', firstId, () => store.read(firstId));
    if (first === null) throw new Error('a retest of no check');
    const target = parseTarget(first.target.input);
    if (!target.ok) {
      // Read by an earlier version; one that cannot be repeated must not hold up the others.
      await store.endRetest(firstId, 'stopped');
      return;
    }
    const { vantage: before, fingerprint, target: view, noticeId } = first;
    // A greylist knows sender and recipient: only the same ones are known at the second try (RFC 6647 §2.1).
    const vantage = { ...before, softwareVersion: SOFTWARE_VERSION };
    const options = retestOptions(first.options);
    const check = {
      id: newCheckId(),
      createdAt: new Date(now()),
      target: view,
      options,
      vantage,
      fingerprint,
      noticeId,
    };
    try {
      await start(
        { ...check, retestOf: firstId },
        { target: target.value, options, vantage, relayAddress: null },
      );
      log.info({ check: shortId(check.id), first: shortId(firstId) }, 'retest started');
    } catch (error) {
      if (!(error instanceof RetestUnplanned)) throw error;
    }
  };

  const alarm = createAlarm({ name: 'retests', duty, work: startDue, now });

  const plan = async (
    firstId: string,
    reason: Retest['reason'],
    waitSeconds: number | null,
  ): Promise<boolean> => {
    const known = await damages.within('check', firstId, () => store.readRetest(firstId));
    const first =
      known?.tries[0]?.at ?? (await damages.within('check', firstId, () => store.read(firstId)))?.createdAt;
    const firstAt = new Date(first ?? now()).getTime();
    const at = planRetest({ firstAt, now: now(), tries: known?.tries.length ?? 1, waitSeconds });
    if (at === null) return false;
    await store.planRetest(firstId, reason, new Date(at));
    alarm.ring();
    return true;
  };

  const goOn = (firstId: string): Promise<void> =>
    unlessDamaged(firstId, async () => {
      if (!(await plan(firstId, 'asked', null))) await store.endRetest(firstId, 'used-up');
    });

  return {
    async follow({ id, retestOf, report }) {
      if (retestOf === undefined) {
        if (isGreylisted(report)) await plan(id, 'greylisted', namedWait(report));
        return;
      }
      const known = await store.readRetest(retestOf);
      if (known?.ending !== null) return;
      if (isSettled(report)) await store.endRetest(retestOf, 'settled');
      else if (!(await plan(retestOf, known.reason, namedWait(report))))
        await store.endRetest(retestOf, 'used-up');
    },

    async ask(report) {
      const { retest } = report;
      if (retest?.ending === null) return 'planned';
      if (report.status === 'queued' || report.status === 'running') return 'still-running';
      if (report.verdict === null || isSettled(report)) return 'settled';
      const firstId = retest?.firstId ?? report.id;
      return (await plan(firstId, 'asked', namedWait(report))) ? 'planned' : 'used-up';
    },

    stop: ({ id, retest }) => store.endRetest(retest?.firstId ?? id, 'stopped'),

    of: ({ id, retestOf }) => store.readRetest(retestOf ?? id),

    async resume(queued = []) {
      for (const firstId of await store.unplannedRetests())
        if (!queued.includes(firstId)) await goOn(firstId);
      alarm.ring();
    },

    goOn,
    look: alarm.ring,

    close: alarm.close,
  };
}

/** A message is never sent twice, and what was asked beside the recipient is known. */
function retestOptions({ depth, sender, helo }: CheckPlan['options']): CheckPlan['options'] {
  return {
    depth: depth === 'message' ? 'envelope' : depth,
    ...(sender !== undefined && { sender }),
    ...(helo !== undefined && { helo }),
  };
}

/** A try that said nothing, e.g. because it was stopped, settles nothing. */
function isSettled({ verdict }: Report): boolean {
  return verdict !== null && verdict.outcome !== 'temporary' && verdict.outcome !== 'unknown';
}

function isGreylisted({ status, verdict, findings }: Report): boolean {
  return (
    status === 'done' &&
    verdict?.outcome === 'temporary' &&
    findings.some(({ code }) => code === 'smtp.greylisted')
  );
}

/** The time that the deciding reply names, or else the longest that another server names; null when none does. */
function namedWait(report: Report): number | null {
  const deciding = waitOf(decisiveSession(report));
  if (deciding !== null) return deciding;
  const others = report.sessions.flatMap((session) =>
    session.outcome === 'temporary' ? (waitOf(session) ?? []) : [],
  );
  return others.length === 0 ? null : Math.max(...others);
}

function waitOf(session: Session | null): number | null {
  const reply = session?.reply;
  if (!reply) return null;
  const text = reply.lines.map((line) => `${reply.code} ${line}`).join('\n');
  return explainReply({ reply: text }).extracted.waitSeconds;
}
