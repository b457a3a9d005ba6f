import { z } from 'zod';

/** Where a check is on its way. */
export const CheckStatus = z.enum(['queued', 'running', 'done', 'stopped', 'interrupted', 'failed']);
export type CheckStatus = z.infer<typeof CheckStatus>;

/** Where it may end. */
export const EndStatus = CheckStatus.extract(['done', 'stopped', 'interrupted', 'failed']);
export type EndStatus = z.infer<typeof EndStatus>;
