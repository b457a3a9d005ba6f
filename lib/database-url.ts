/** Whether `DATABASE_URL` names a database of PostgreSQL; else it names a file of SQLite. */
export function isPostgresql(databaseUrl: string): boolean {
  return /^postgres(?:ql)?:/.test(databaseUrl);
}

/** The path of a file of SQLite, which may go on with parameters. */
export function databaseFile(databaseUrl: string): string {
  const [path = ''] = databaseUrl.replace(/^file:/, '').split('?', 1);
  return path;
}

/** For people: where the database is, without the password. */
export function databaseName(databaseUrl: string): string {
  if (!isPostgresql(databaseUrl)) return databaseFile(databaseUrl);
  const { hostname, port, pathname, searchParams } = new URL(databaseUrl);
  const host = searchParams.get('host') ?? hostname;
  return `${decodeURIComponent(pathname.slice(1))} on ${host}${port === '' ? '' : `, port ${port}`}`;
}

/** Whether a database can be named so: a file, or the server and the name of a database on it. */
export function isDatabaseUrl(text: string): boolean {
  if (text.startsWith('file:')) return databaseFile(text) !== '';
  if (!isPostgresql(text) || !URL.canParse(text)) return false;
  const { hostname, pathname, searchParams } = new URL(text);
  return (hostname !== '' || searchParams.has('host')) && /^\/[^/]+$/.test(pathname);
}
