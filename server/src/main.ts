import { createApp } from './app.ts';
import { readConfig } from './platform/config.ts';
import { explainStartError } from './platform/startError.ts';

try {
  const app = await createApp(readConfig(process.env));
  console.log(`Belay is at ${app.url}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void app.close().then(() => process.exit(0)));
  }
} catch (error) {
  const explanation = explainStartError(error);
  if (!explanation) throw error;
  console.error(explanation);
  process.exit(1);
}
