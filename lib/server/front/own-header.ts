import { processSecret } from './process-secret';

/** How a request has come, told by our own server to the handlers behind it. */
export const ARRIVAL_HEADER = 'x-mxproof-arrival';

/** Marks our own request for a page that is then kept or stripped, so that the page itself answers; says whom it is drawn for. */
export const DRAW_HEADER = 'x-mxproof-draw';

/** By which everybody knows a request, and the log has its lines; in lower case. */
export const REQUEST_HEADER = 'x-request-id';

/** A value that handlers believe, since it holds the secret of this process. */
export function ownValue(value: unknown): string {
  return `${processSecret()} ${encodeURIComponent(JSON.stringify(value))}`;
}

/** What `ownValue` was given; null when somebody else has written it, or nobody. */
export function readOwnValue(text: string | null | undefined): unknown {
  const [secret, value] = text?.split(' ') ?? [];
  return secret === processSecret() && value !== undefined ? JSON.parse(decodeURIComponent(value)) : null;
}
