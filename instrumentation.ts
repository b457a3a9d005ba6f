/** Once at start: opens the database, ends the checks that a former process left behind, and sees to our own end. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { endServices, services } = await import('./lib/server/http/shared-services');
  const { env } = await import('./lib/server/config/env');
  const { failStart } = await import('./lib/server/engine/start-problem');
  const { settings } = await services().catch((error: unknown) => failStart(error, env().databaseUrl));
  const { endInOrder } = await import('./lib/server/engine/ending');
  endInOrder(endServices, settings.graceMs);
  // While developing, every page is drawn by React.
  if (process.env.NODE_ENV === 'development') return;
  const { openPageDesk } = await import('./lib/server/front/page-desk');
  const { pageDesk } = await import('./lib/server/http/page-desk');
  openPageDesk(pageDesk);
}

/** What fails while Next draws a page; whoever has asked for it is shown the digest. */
export async function onRequestError(error: unknown): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { AppProblem } = await import('./lib/problem');
  if (error instanceof AppProblem) return;
  const { log } = await import('./lib/server/config/log');
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined;
  log.error({ digest, err: error }, 'a page could not be drawn');
}
