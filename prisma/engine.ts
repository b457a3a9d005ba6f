import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import { readMigrations, SCHEMA, schemaText } from './files';

/**
 * Prisma's own schema engine as WebAssembly: the same that its command line downloads as a binary, which closed
 * networks cannot do. The module is instantiated by hand, since Node imports no `.wasm` by itself.
 */
async function openEngine(url: string): Promise<engine.SchemaEngine> {
  const path = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = readFileSync(path.replace(/\.js$/, '.wasm'));
  const imports = { './schema_engine_bg.js': engine as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports as unknown as { __wbindgen_start(): void }).__wbindgen_start();
  return engine.SchemaEngine.new(
    { datamodels: [[SCHEMA, schemaText()]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(scriptsInShadow(new PrismaBetterSqlite3({ url }))),
  );
}

/**
 * The engine replays whole migrations in its shadow database as one raw statement, and the adapter prepares only one
 * statement at a time: there, everything without arguments is run as a script.
 */
function scriptsInShadow(adapters: PrismaBetterSqlite3): PrismaBetterSqlite3 {
  const connect = adapters.connectToShadowDb.bind(adapters);
  adapters.connectToShadowDb = async () => {
    const shadow = await connect();
    const executeRaw = shadow.executeRaw.bind(shadow);
    shadow.executeRaw = async (query) => {
      if (query.args.length > 0) return executeRaw(query);
      await shadow.executeScript(query.sql);
      return 0;
    };
    return shadow;
  };
  return adapters;
}

const NOTHING_EXTERNAL = { externalTables: [], externalEnums: [] };

/** Applies every migration that the database does not have yet; returns their names. Records them as Prisma does. */
export async function applyMigrations(url: string): Promise<string[]> {
  const schemaEngine = await openEngine(url);
  const { appliedMigrationNames } = await schemaEngine.applyMigrations({
    migrationsList: readMigrations(),
    filters: NOTHING_EXTERNAL,
  });
  return appliedMigrationNames;
}

/** The SQL that leads from the migrations to the schema; empty when they agree. */
export async function diffSchema(): Promise<string> {
  const schemaEngine = await openEngine(':memory:');
  const { stdout } = await schemaEngine.diff({
    from: { tag: 'migrations', ...readMigrations() },
    to: { tag: 'schemaDatamodel', files: [{ path: SCHEMA, content: schemaText() }] },
    script: true,
    exitCode: null,
    filters: NOTHING_EXTERNAL,
  });
  const sql = stdout ?? '';
  return /^-- This is an empty migration\.?$/m.test(sql) ? '' : sql.trim();
}
