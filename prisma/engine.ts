import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    bindMigrationAwareSqlAdapterFactory(new PrismaBetterSqlite3({ url })),
  );
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

/**
 * The SQL that leads from the migrations to the schema; empty when they agree. The migrations are applied to a
 * database of their own, since the engine's shadow database takes no script of several statements with this adapter.
 */
export async function diffSchema(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mxproof-diff-'));
  const url = `file:${join(folder, 'migrated.db')}`;
  try {
    await applyMigrations(url);
    const schemaEngine = await openEngine(url);
    const files = [{ path: SCHEMA, content: schemaText() }];
    const { stdout } = await schemaEngine.diff({
      from: { tag: 'schemaDatasource', files, configDir: folder },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: NOTHING_EXTERNAL,
    });
    const sql = stdout ?? '';
    return /^-- This is an empty migration\.?$/m.test(sql) ? '' : sql.trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
