/** Once at start: opens the database, ends the checks that a former process left behind, and sees to our own end. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { endServices, services } = await import('./lib/server/http/shared-services');
  const { env } = await import('./lib/server/config/env');
  const { failStart } = await import('./lib/server/engine/start-problem');
  const { databaseFile } = await import('./lib/server/config/database-file');
  const { settings } = await services().catch((error: unknown) =>
    failStart(error, databaseFile(env().databaseUrl)),
  );
  const { endInOrder } = await import('./lib/server/engine/ending');
  endInOrder(endServices, settings.graceMs);
}
