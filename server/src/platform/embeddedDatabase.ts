import { openAsBlob } from 'node:fs';
import { embeddedPool } from '@belay/prisma/embedded';
import { PGlite } from '@electric-sql/pglite';
import type { EmbeddedDatabaseConfig } from './config.ts';
import { openDataFolder } from './dataFolder.ts';

/**
 * Opens PGlite in its folder or in memory, with the pool that leads into it.
 * @throws {DatabaseError} when the folder cannot be used
 */
export async function openEmbedded({ dir, template }: EmbeddedDatabaseConfig) {
  const start = template ? await openAsBlob(template) : undefined;
  const { pglite, close: closePglite } = dir ? await openDataFolder(dir, start) : await openMemory(start);
  const pool = embeddedPool(pglite);
  async function close() {
    await pool.end();
    await closePglite();
  }
  return { kind: 'embedded' as const, pglite, databaseUrl: null, pool, close };
}

async function openMemory(template?: Blob) {
  const pglite = await PGlite.create({ loadDataDir: template });
  return { pglite, close: () => pglite.close() };
}
