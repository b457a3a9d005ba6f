import { z } from 'zod';

/**
 * Why a target waits although there is room for its check. `checks`: as many as one caller may start; `recipients`: as many mailboxes of
 * the domain as may be asked for; `sessions`: as many sessions as its servers may be asked for; `pause`: the pause between two sessions with its
 * servers.
 */
export const WaitReason = z.enum(['checks', 'recipients', 'sessions', 'pause']);
export type WaitReason = z.infer<typeof WaitReason>;

/** What a batch waits for. */
export interface BatchWait {
  reason: WaitReason;
  /** The domain; null of `checks`. */
  domain: string | null;
  /** Milliseconds since the epoch. */
  until: number;
}

/** Waits that are told of one batch. */
export const MAX_WAITS = 5;
