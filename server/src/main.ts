import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';

// Kept beside the sources, so that the next start need not strip and compile them again.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/node'));
const { readConfig } = await import('./platform/config.ts');
const { explainStartError } = await import('./platform/startError.ts');

const DEMONSTRATION = `
  Open it in your browser and choose one of the sample people: one click signs you in.
  For the other side of a meeting, open a private window and choose the other one.
  Mail that would go out can be read at /mailbox. The API's explorer is at /graphql.
  Stop with Ctrl-C.
`;

try {
  const config = readConfig(process.env);
  const { createApp } = await import('./app.ts');
  const app = await createApp(config);
  if (config.demo) {
    const { tellStory } = await import('./demo/story.ts');
    await tellStory(app.services);
  }
  console.log(`Belay is at ${config.port === 0 ? app.url : config.publicUrl}`);
  if (config.demo) console.log(DEMONSTRATION);
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
