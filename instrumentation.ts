/** Once at start: opens the database, ends the checks that a former process left behind, and sees to our own end. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { endServices, services } = await import('./lib/server/http/shared-services');
  const { settings } = await services();
  if (process.env['NEXT_MANUAL_SIG_HANDLE'] === undefined) return;
  const { endInOrder } = await import('./lib/server/engine/ending');
  endInOrder(endServices, settings.graceMs);
}
