/** The path in `DATABASE_URL`, which may go on with parameters. */
export function databaseFile(databaseUrl: string): string {
  const [path = ''] = databaseUrl.replace(/^file:/, '').split('?', 1);
  return path;
}
