import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import { type DatabaseFiles, readMigrations, schemaText, SQLITE_FILES } from './files';

/** Connections that can all be closed: the engine locks its database until then. */
export interface EngineAdapters extends SqlMigrationAwareDriverAdapterFactory {
  close(): Promise<void>;
}

/** The module's functions work on one instance only, so it is made once. */
let instantiated: Promise<void> | undefined;

/**
 * The SQL that leads from the migrations to the schema; empty when they agree. It is made by Prisma's own schema engine, as
 * WebAssembly: the same that its command line downloads as a binary, which closed networks cannot do. Closes the connections.
 */
export async function diffFiles(
  files: DatabaseFiles,
  adapters: EngineAdapters,
  externalTables: string[] = [],
): Promise<string> {
  instantiated ??= instantiate();
  await instantiated;
  const content = schemaText(files);
  try {
    const schemaEngine = await engine.SchemaEngine.new(
      { datamodels: [[files.schema, content]] },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(adapters),
    );
    const { stdout } = await schemaEngine.diff({
      from: { tag: 'migrations', ...readMigrations(files) },
      to: { tag: 'schemaDatamodel', files: [{ path: files.schema, content }] },
      script: true,
      exitCode: null,
      filters: { externalTables, externalEnums: [] },
    });
    const sql = stdout ?? '';
    return /^-- This is an empty migration\.?$/m.test(sql) ? '' : sql.trim();
  } finally {
    await adapters.close();
  }
}

async function instantiate(): Promise<void> {
  const path = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = readFileSync(path.replace(/\.js$/, '.wasm'));
  const imports = { './schema_engine_bg.js': engine as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports as unknown as { __wbindgen_start(): void }).__wbindgen_start();
}

class SqliteAdapters extends PrismaBetterSqlite3 implements EngineAdapters {
  readonly #opened: SqlDriverAdapter[] = [];

  override async connect(): Promise<SqlDriverAdapter> {
    const adapter = await super.connect();
    this.#opened.push(adapter);
    return adapter;
  }

  /**
   * The engine replays whole migrations in its shadow database as one raw statement, and the adapter prepares only
   * one statement at a time: there, everything without arguments is run as a script.
   */
  override async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const shadow = await super.connectToShadowDb();
    this.#opened.push(shadow);
    const executeRaw = shadow.executeRaw.bind(shadow);
    shadow.executeRaw = async (query) => {
      if (query.args.length > 0) return executeRaw(query);
      await shadow.executeScript(query.sql);
      return 0;
    };
    return shadow;
  }

  async close(): Promise<void> {
    await Promise.all(this.#opened.map((adapter) => adapter.dispose()));
  }
}

/** Prisma's schema knows no virtual tables; SQLite keeps one of FTS5 in four others (https://sqlite.org/fts5.html). */
const NOT_OF_PRISMA = ['', '_config', '_data', '_docsize', '_idx'].map((part) => `SearchIndex${part}`);

/** The same for SQLite. */
export function diffSqlite(): Promise<string> {
  return diffFiles(SQLITE_FILES, new SqliteAdapters({ url: ':memory:' }), NOT_OF_PRISMA);
}
