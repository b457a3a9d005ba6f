/** The name that the system gives an error of a socket, e.g. `ECONNREFUSED`; the message when it has none. */
export function errnoOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
