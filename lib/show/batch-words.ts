import type { BatchDepth, BatchState, TargetChange, TargetOutcome, TargetState } from '@/lib/batch/batch';
import type { WaitReason } from '@/lib/batch/wait';
import { OUTCOME_TONE, OUTCOME_WORD, type Tone } from './words';

export const BATCH_STATE_WORD: Readonly<Record<BatchState, string>> = {
  reading: 'Being read',
  running: 'Running',
  paused: 'Paused',
  stopped: 'Stopped',
  done: 'Done',
};

export const BATCH_STATE_TONE: Readonly<Record<BatchState, Tone>> = {
  reading: 'note',
  running: 'note',
  paused: 'wait',
  stopped: 'unknown',
  done: 'good',
};

export const BATCH_DEPTH_WORD: Readonly<Record<BatchDepth, string>> = {
  greeting: 'up to the greeting: no mailbox is named to a server',
  envelope: 'up to the recipient: mailboxes are named, nothing is delivered',
};

export const TARGET_STATE_WORD: Readonly<Record<TargetState, string>> = {
  invalid: 'Not a target',
  waiting: 'Waiting',
  running: 'Running',
  done: 'Done',
  'left-out': 'Left out',
};

export const TARGET_OUTCOME_WORD: Readonly<Record<TargetOutcome, string>> = {
  ...OUTCOME_WORD,
  interrupted: 'Interrupted',
};

export const TARGET_OUTCOME_TONE: Readonly<Record<TargetOutcome, Tone>> = {
  ...OUTCOME_TONE,
  interrupted: 'unknown',
};

export const TARGET_CHANGE_WORD: Readonly<Record<TargetChange, string>> = {
  same: 'As before',
  better: 'Better',
  worse: 'Worse',
  other: 'Different',
  new: 'New',
};

export const TARGET_CHANGE_TONE: Readonly<Record<TargetChange, Tone>> = {
  same: 'unknown',
  better: 'good',
  worse: 'bad',
  other: 'wait',
  new: 'note',
};

const WAIT_WORDS: Readonly<Record<WaitReason, string>> = {
  checks: 'as many checks were started as one caller may start within a minute',
  recipients: 'as many of its mailboxes were asked for as may be',
  sessions: 'its servers were asked as often as they may be within an hour',
  pause: 'the pause between two sessions with its servers',
};

/** What some targets of a batch wait for; the others go on. */
export function waitWords({ reason, domain }: { reason: WaitReason; domain: string | null }): string {
  return domain === null ? `Waits: ${WAIT_WORDS[reason]}` : `Waits for ${domain}: ${WAIT_WORDS[reason]}`;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** About how long something takes: nobody needs it more exactly than by its largest unit. */
export function showLeft(ms: number): string {
  if (ms < MINUTE_MS) return 'less than a minute';
  if (ms < 2 * HOUR_MS) return `about ${Math.round(ms / MINUTE_MS)} min`;
  if (ms < 2 * DAY_MS) return `about ${Math.round(ms / HOUR_MS)} h`;
  return `about ${Math.round(ms / DAY_MS)} days`;
}

export function countOf(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
