import type { Session } from './session';

/** What is known of a session before a word was said. Apart from the schemas, which no browser need load. */
export const NOTHING_HEARD = {
  reply: null,
  detail: null,
  limit: null,
  banner: null,
  queueId: null,
  socket: null,
  tls: null,
  timings: { connectMs: null, greetingMs: null, tlsMs: null, totalMs: null },
  capabilities: [],
  stages: [],
  controls: [],
} satisfies Partial<Session>;
