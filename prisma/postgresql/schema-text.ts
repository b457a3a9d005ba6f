/** Of the words by which an entry is found there are no columns in SQLite, which keeps them in a table of FTS5. */
const WORDS = `  words    Unsupported("tsvector")?

  @@index([words], type: Gin)`;

/**
 * The schema for PostgreSQL, out of the text of that for SQLite, which is the one that is written by hand: times with their zone, and
 * the words that are searched for as a column. Throws when there is no place for these.
 */
export function postgresqlSchema(sqlite: string): string {
  return [
    [/^\/\/ .*\n/, '// Made by `npm run db:diff` of prisma/schema.prisma: change that one.\n'],
    ['provider = "sqlite"', 'provider = "postgresql"'],
    ['output       = "../lib/store/generated"', 'output       = "../../lib/store/generated/postgresql"'],
    [/^( +\w+ +DateTime\??)/gm, '$1 @db.Timestamptz(3)'],
    [/^(model SearchEntry \{[^}]*?)\n\n( +@@unique)/m, `$1\n${WORDS}\n$2`],
  ].reduce((text, [place, instead]) => replaced(text, place as string | RegExp, instead as string), sqlite);
}

function replaced(text: string, place: string | RegExp, instead: string): string {
  const changed = text.replace(place, instead);
  if (changed === text) throw new Error(`prisma/schema.prisma has no place for ${instead}`);
  return changed;
}
