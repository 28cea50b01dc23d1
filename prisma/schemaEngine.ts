import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  type ColumnType,
  ColumnTypeEnum,
  isDriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import type * as Engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import type pg from 'pg';
import { readSchemaFiles } from './schemaFiles.ts';

/** What the engine's module exports besides its declared types: the hooks of its WebAssembly instance. */
type Bindings = typeof Engine & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

/**
 * The SQL that would bring the database behind `pool` to what `prisma/schema` says, empty when it is there already.
 * What Prisma has no word for (checks, triggers, partial and expression indexes) is neither seen nor touched.
 */
export async function schemaDiff(pool: pg.Pool): Promise<string> {
  const files = readSchemaFiles();
  const { stdout } = await withSchemaEngine(pool, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: import.meta.dirname },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return withoutComments(stdout ?? '') === '' ? '' : `${stdout?.trim()}\n`;
}

/** Lends Prisma's schema engine on the database behind `pool`. */
export async function withSchemaEngine<T>(
  pool: pg.Pool,
  use: (engine: Engine.SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= loadEngine();
  const { SchemaEngine } = await loaded;
  const engine = await SchemaEngine.new(
    { datamodels: readSchemaFiles().map(({ path, content }) => [path, content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(catalogueAdapter(pool)),
  );
  try {
    return await use(engine);
  } finally {
    engine.free();
  }
}

/** Prisma's adapter, but for one thing: it refuses the type "char", which the catalogue is full of. */
function catalogueAdapter(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  async function connect(): Promise<SqlDriverAdapter> {
    const adapter = await new PrismaPg(pool).connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    return Object.assign(adapter, {
      queryRaw: (query: SqlQuery) =>
        queryRaw(query).catch((error) => {
          if (isDriverAdapterError(error) && error.cause.kind === 'UnsupportedNativeDataType') {
            return readCatalogue(pool, query);
          }
          throw error;
        }),
    });
  }
  const refuse = () => Promise.reject(new Error('Nothing here needs a shadow database.'));
  return { provider: 'postgres', adapterName: '@prisma/adapter-pg', connect, connectToShadowDb: refuse };
}

async function readCatalogue(pool: pg.Pool, { sql, args }: SqlQuery): Promise<SqlResultSet> {
  const { fields, rows } = await pool.query<unknown[]>({ text: sql, values: args, rowMode: 'array' });
  return {
    columnNames: fields.map(({ name }) => name),
    columnTypes: fields.map(({ dataTypeID }) => COLUMN_TYPES[dataTypeID] ?? ColumnTypeEnum.Text),
    rows,
  };
}

/** The types that stand in the catalogue, by their oid; everything else is text. */
const COLUMN_TYPES: Record<number, ColumnType> = {
  16: ColumnTypeEnum.Boolean,
  18: ColumnTypeEnum.Character,
  20: ColumnTypeEnum.Int64,
  21: ColumnTypeEnum.Int32,
  23: ColumnTypeEnum.Int32,
  26: ColumnTypeEnum.Int64,
  1002: ColumnTypeEnum.CharacterArray,
  1003: ColumnTypeEnum.TextArray,
  1005: ColumnTypeEnum.Int32Array,
  1009: ColumnTypeEnum.TextArray,
};

/** Its module holds one instance, so a process loads it once. */
let loaded: Promise<Bindings> | undefined;

/** The package's own entry needs a bundler, so its WebAssembly is instantiated here. */
async function loadEngine(): Promise<Bindings> {
  const module = '@prisma/schema-engine-wasm/schema_engine_bg';
  const bindings = (await import(module)) as Bindings;
  const file = createRequire(import.meta.url)
    .resolve(module)
    .replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings;
}

function withoutComments(sql: string): string {
  return sql.replace(/^--.*$/gm, '').trim();
}
