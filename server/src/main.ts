import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';

// Kept beside the sources, so that the next start need not strip and compile them again.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/node'));
const { readConfig } = await import('./platform/config.ts');
const { explainStartError } = await import('./platform/startError.ts');

try {
  const config = readConfig(process.env);
  const { createApp } = await import('./app.ts');
  const app = await createApp(config);
  console.log(`Belay is at ${app.url}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void app.close().then(() => process.exit(0)));
  }
  flushCompileCache();
} catch (error) {
  const explanation = explainStartError(error);
  if (!explanation) throw error;
  console.error(explanation);
  process.exit(1);
}
