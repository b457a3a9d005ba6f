/** Once at start: opens the database and ends the checks that a former process left behind. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { services } = await import('./lib/server/services');
  await services();
}
