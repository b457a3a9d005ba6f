/** The path in `DATABASE_URL`, which may go on with parameters. */
export function databaseFile(databaseUrl: string): string {
  return databaseUrl.replace(/^file:/, '').replace(/\?.*$/, '');
}
