import type { StageLimits } from '@/lib/show/waiting-for';
import { env } from '../config/env';

/** How long the stages of a session may take, for whoever watches one. */
export function stageLimits(): StageLimits {
  const { connectTimeoutMs, greetingTimeoutMs, replyTimeoutMs } = env();
  return { connect: connectTimeoutMs, greeting: greetingTimeoutMs, reply: replyTimeoutMs };
}
