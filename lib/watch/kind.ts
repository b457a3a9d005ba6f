import { z } from 'zod';

/** What is watched: what becomes of mail to a target, or what blocklists say of an address. */
export const WatchKind = z.enum(['mail', 'lists']);
export type WatchKind = z.infer<typeof WatchKind>;
