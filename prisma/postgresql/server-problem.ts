/** What a server of PostgreSQL says of itself and of the database. */
export interface DatabaseServer {
  /** `server_version_num`, e.g. 150018. */
  version: number;
  /** The same for people, e.g. `15.18 (Debian 15.18-1)`. */
  words: string;
  /** Of text in the database. */
  encoding: string;
}

const OLDEST = 150_000;

/** Why mxproof cannot use this database, as a sentence; null when it can. */
export function serverProblem({ version, words, encoding }: DatabaseServer, name: string): string | null {
  if (version < OLDEST)
    return `The database ${name} is served by PostgreSQL ${words}; mxproof needs 15 or newer.`;
  if (encoding !== 'UTF8')
    return `The database ${name} keeps text as ${encoding}; make one for mxproof with the encoding UTF8 (createdb -E UTF8 -T template0).`;
  return null;
}
