import type { StepOutcome, TraceStep } from './trace';

/** It answers the question, be it by denying what was asked for; not a referral. */
export function isAnswer(outcome: StepOutcome): boolean {
  return outcome === 'answer' || outcome === 'nodata' || outcome === 'nxdomain';
}

/** It brings a walk further: an answer or a referral, and not one that the walk had to reject. */
export function isUseful({ outcome, rejected }: Pick<TraceStep, 'outcome' | 'rejected'>): boolean {
  return rejected === null && (isAnswer(outcome) || outcome === 'referral');
}

/**
 * A whole answer of a server about its own zone: only that counts as what the server says. A truncated one is none
 * (RFC 2181 §9), nor is one that the walk would not use. Nor is a denial of a name in mixed letters: a server that does
 * not take them for the same (RFC 4343 §3) may have what it denies.
 */
export function isWhole(step: TraceStep): boolean {
  return isFinal(step) && (step.outcome === 'answer' || step.spelling === undefined);
}

/** It answers with authority, in full, and nothing speaks against its use. */
export function isFinal({ authoritative, truncated, outcome, rejected }: TraceStep): boolean {
  return authoritative && !truncated && rejected === null && isAnswer(outcome);
}

export function isOverTcp({ transport }: Pick<TraceStep, 'transport'>): boolean {
  return transport === 'tcp';
}

/** `ns1.example.org [192.0.2.53]`. */
export function serverLabel({ server }: Pick<TraceStep, 'server'>): string {
  return `${server.name} [${server.address}]`;
}

/** The last step of each server address, in order of name: the same state reads the same whoever answered first. */
export function lastPerServer(steps: readonly TraceStep[]): TraceStep[] {
  const last = new Map(steps.map((step) => [serverLabel(step), step]));
  return [...last.values()].sort((a, b) => (serverLabel(a) < serverLabel(b) ? -1 : 1));
}

/**
 * The records of the name that was asked for in one order, without their TTL, which counts down at servers behind a cache.
 * How far a server follows an alias is its own business (RFC 1034 §3.6.2).
 */
export function recordsOf({ answer, question }: TraceStep): string {
  return answer
    .filter(({ name, type }) => name === question.name && (type === question.type || type === 'CNAME'))
    .map(({ data }) => data)
    .sort()
    .join(', ');
}
