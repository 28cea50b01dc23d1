import { createApp } from './app.ts';
import { ConfigError, readConfig } from './platform/config.ts';

try {
  const app = await createApp(readConfig(process.env));
  console.log(`Belay is at ${app.url}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void app.close().then(() => process.exit(0)));
  }
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
