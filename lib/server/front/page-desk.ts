import type { IncomingMessage, ServerResponse } from 'node:http';

export type PageRequest = Pick<IncomingMessage, 'headers' | 'method' | 'url'>;
export type PageAnswer = ServerResponse;

/** Answers with the page that a request asks for; null when it asks for none. */
export type PageDesk = (request: PageRequest, response: PageAnswer) => Promise<void> | null;

/** The server and what Next has bundled are apart, so what they share hangs on `globalThis`. */
const DESK = Symbol.for('mxproof.page-desk');

const shared = globalThis as typeof globalThis & { [DESK]?: PageDesk | undefined };

/** Called once, when there is everything that pages are made of. */
export function openPageDesk(desk: PageDesk): void {
  shared[DESK] = desk;
}

/** Null also while there is no desk: React draws all pages while developing. */
export function askPageDesk(request: PageRequest, response: PageAnswer): Promise<void> | null {
  return shared[DESK]?.(request, response) ?? null;
}
