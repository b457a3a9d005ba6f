import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { diffFiles, type EngineAdapters } from '../engine';
import { POSTGRESQL_FILES } from '../files';

/** The SQL that leads from the migrations to the schema; empty when they agree. Replays them in a database, which must be empty. */
export function diffPostgresql(emptyDatabaseUrl: string): Promise<string> {
  return diffFiles(POSTGRESQL_FILES, new PostgresqlAdapters({ connectionString: emptyDatabaseUrl }));
}

/** The form in which new text columns are written: in the order of SQLite, whatever that of the database is. */
export function collated(sql: string): string {
  return sql.replace(/\bTEXT\b(?! COLLATE)/g, 'TEXT COLLATE "C"');
}

/** By its number in `pg_type`. */
const CHARACTER = 18;

class PostgresqlAdapters extends PrismaPg implements EngineAdapters {
  readonly #opened: SqlDriverAdapter[] = [];

  override async connect() {
    const adapter = await super.connect();
    this.#opened.push(adapter);
    return adapter;
  }

  /**
   * The same database: of a shadow of its own the adapter never lets go; and it would part scripts at each semicolon. The engine
   * closes it.
   */
  override async connectToShadowDb() {
    const shadow = await super.connect();
    shadow.executeScript = async (script) => {
      await shadow.underlyingDriver().query(script);
    };
    const queryRaw = shadow.queryRaw.bind(shadow);
    // The kind of a constraint is one character, a type that the adapter does not know, and the engine wants.
    shadow.queryRaw = async (query) => {
      const { fields } = await shadow.underlyingDriver().query({ text: query.sql, values: query.args });
      const isCharacter = fields.map(({ dataTypeID }) => dataTypeID === CHARACTER);
      if (!isCharacter.includes(true)) return queryRaw(query);
      const columns = fields.map(({ name }, n) => (isCharacter[n] ? `"${name}"::text` : `"${name}"`));
      const sql = `SELECT ${columns.join()} FROM (${query.sql.trim().replace(/;$/, '')}) AS "all"`;
      const { columnTypes, ...result } = await queryRaw({ ...query, sql });
      return {
        ...result,
        columnTypes: columnTypes.map((type, n) => (isCharacter[n] ? ColumnTypeEnum.Character : type)),
      };
    };
    return shadow;
  }

  async close(): Promise<void> {
    await Promise.all(this.#opened.map((adapter) => adapter.dispose()));
  }
}
